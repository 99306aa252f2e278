/** From the schemas to the fields of a form, from what is typed to a record, and what may be chosen on the way. */
import { describe, expect, test } from 'vitest';
import { WrittenAdoption, WrittenInstruction, WrittenSubmission } from '../../../src/ledger/written/records.ts';
import { FILING_KINDS, formFor } from '../../../src/site/filing/fields.ts';
import { writtenOf } from '../../../src/site/filing/written.ts';
import { LANGUAGES } from '../../../src/words/speech.ts';
import { changed } from '../world.ts';
import { engineOf, fieldsOf } from './desk.ts';

const KNOWN = { form: ['综合', '简讯'], category: ['工作动态'] };

describe('forms are made of the schemas', () => {
  const schemas = { submission: WrittenSubmission, answer: WrittenSubmission, adoption: WrittenAdoption, instruction: WrittenInstruction };

  test.each(FILING_KINDS)('%s: every key is asked for once, but for those that review adds and that are tables', (kind) => {
    const { first, more } = formFor(kind, KNOWN, 'zh');
    const keys = [...first, ...more].map(({ key }) => key);
    const left = Object.keys(schemas[kind].shape).filter((key) => !keys.includes(key));
    expect(keys.length).toBe(new Set(keys).size);
    expect(left.filter((key) => !['approvals', 'rounds', 'accepted', 'rejected', 'figures', 'marks'].includes(key))).toEqual([]);
  });

  test.each(LANGUAGES)('every field has a name in %s, and at most seven are asked for first', (language) => {
    for (const kind of FILING_KINDS) {
      const { first, more } = formFor(kind, KNOWN, language);
      expect([...first, ...more].filter(({ label }) => label.length < 2 || label.length > 50)).toEqual([]);
      expect(first.length).toBeLessThanOrEqual(7);
    }
  });

  test('their labels are the words of the schema up to the first pause, the rest is a hint', () => {
    const { first, more } = formFor('adoption', {}, 'zh');
    expect(first.map(({ label, hint }) => [label, hint])).toEqual([
      ['哪篇稿件', '输入标题、单位或日期中的几个字来找'],
      ['采用媒体', '输入名称中的几个字来找；版次不同是不同的媒体'],
      ['采用日期', '刊发当日，不是发现当日'],
      ['刊发体裁', '与报送体裁不同时填写'],
      ['网址', ''],
    ]);
    expect(more.find(({ key }) => key === 'note')).toMatchObject({ label: '备注', hint: '不公开', type: 'long' });
  });

  test('a category is asked first only where the ordinance has some; otherwise it is one of the others', () => {
    const keysIn = (words: Parameters<typeof formFor>[1]): string[] => formFor('submission', words, 'zh').first.map(({ key }) => key);
    expect(keysIn(KNOWN)).toContain('category');
    expect(keysIn({})).not.toContain('category');
    expect(formFor('submission', {}, 'zh').more.map(({ key }) => key)).toContain('category');
  });
});

describe('a record is written of what was typed', () => {
  const written = (kind: 'submission' | 'adoption' | 'instruction', typed: Parameters<typeof fieldsOf>[1]) => writtenOf(fieldsOf(kind, typed));

  test('what is empty or usual is left out; numbers of a Chinese keyboard are numbers', () => {
    expect(
      written('submission', {
        title: '  甲\n乙 ',
        unit: '办公室',
        openness: '公开',
        length: '１,２００',
        important: true,
        sensitive: false,
        note: 'a\r\nb',
      }),
    ).toEqual({ title: '甲 乙', unit: '办公室', length: 1200, important: true, note: 'a\nb' });
  });

  test('lists: several that were chosen, and lines', () => {
    expect(written('submission', { authors: ['林二', ' ', '林二', '莫三'], files: ' a.docx \n\nb.pdf' })).toEqual({
      authors: ['林二', '莫三'],
      files: ['a.docx', 'b.pdf'],
    });
  });

  test('units: the leading one and those beside it', () => {
    expect(written('submission', { unit: '甲', units: ['乙', '甲'] })).toEqual({ units: ['甲', '乙'] });
    expect(written('submission', { units: ['乙'] })).toEqual({ units: ['乙'] });
  });

  test('yes, no, and neither', () => {
    expect(written('instruction', { affirmative: true, level: '市' })).toEqual({ level: '市' });
    expect(written('instruction', { affirmative: false })).toEqual({ affirmative: false });
    expect(written('adoption', { print: 'false', stage: '采用' })).toEqual({ print: false });
    expect(written('adoption', { print: 'true', stage: '上报', length: '约八百' })).toEqual({ print: true, stage: '上报', length: '约八百' });
  });

  test('signs that nobody sees and halves of characters are no part of it', () => {
    expect(written('submission', { title: '\u0000甲\u200b乙\u202e\ud83d' })).toEqual({ title: '甲乙\ufffd' });
  });
});

describe('what may be chosen', () => {
  const { choices } = engineOf();
  const found = (register: Parameters<typeof choices.find>[0]['register'], text: string, unit = ''): string[] =>
    choices.find({ register, text, unit }).map(({ value }) => value);

  test('is found by the middle of a name, by short names and ids, several words in any order', () => {
    expect(found('units', '保障')).toEqual(['待遇保障股']);
    expect(found('units', '服务中心')).toEqual(['医保服务中心']);
    expect(found('units', 'JIJIN')).toEqual(['基金监管股']);
    expect(found('submissions', '落地 待遇股')).toEqual(['climbing']);
    expect(found('submissions', '2026-03')).toEqual(['climbing']);
    expect(found('obligations', '约稿')).toEqual(['public-call']);
    expect(found('outlets', '没有')).toEqual([]);
  });

  test('people of the unit come first, items the latest', () => {
    expect(found('people', '', '医保服务中心')).toEqual(['莫三', '林二']);
    expect(found('people', '', '待遇保障股')).toEqual(['林二', '莫三']);
    expect(found('submissions', '')[0]).toBe('second-twin');
  });

  test('two of one name are written by their ids', () => {
    const twins = engineOf(
      changed('data/units.yaml', {
        units: [
          { id: 'a', name: '办公室', class: '机关股室' },
          { id: 'b', name: '第二办公室', aliases: ['办公室'], class: '机关股室' },
        ],
      }),
    );
    expect(twins.choices.find({ register: 'units', text: '办公室', unit: '' }).map(({ value }) => value)).toEqual(['a', '第二办公室']);
  });

  test('a reference that says nothing to a person is explained', () => {
    expect(choices.meaning('submissions', 'climbing')).toBe('门诊统筹落地见效 · 待遇股，2026-03-02');
    expect(choices.meaning('units', '待遇保障股')).toBe('机关股室');
    expect(choices.meaning('units', 'daiyu')).toBe('待遇保障股 · 机关股室');
    expect(choices.meaning('outlets', '没有的媒体')).toBe('');
  });
});
