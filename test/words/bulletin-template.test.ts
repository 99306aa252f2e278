import { describe, expect, test } from 'vitest';
import type { Wording } from '../../src/ledger/written/wording.ts';
import { CADENCES } from '../../src/ledger/written/wording.ts';
import { MEANINGS, valuesOf } from '../../src/words/bulletin/context.ts';
import { filled, paragraphsOf } from '../../src/words/bulletin/document.ts';
import { faultsOfWording } from '../../src/words/bulletin/faults.ts';
import { EMPTY, FULL } from '../../src/words/bulletin/sample.ts';
import { render, renderText } from '../../src/words/bulletin/template.ts';
import { DEFAULT_WORDING } from '../../src/words/bulletin/wording.ts';
import { bulletin } from '../support/bulletin.ts';

const wording = (changes: Partial<Wording>): Wording => ({ title: '通报', official: false, sections: [], annexes: [], ...changes });

describe('a template', () => {
  test('knows its values by Chinese names', () => {
    expect(render('{{ 周期 }}报送{{ 报送 }}条', { 周期: '2026年10月', 报送: 9 })).toEqual({ text: '2026年10月报送9条' });
  });

  test('takes an empty text, nothing and zero for no', () => {
    for (const 值 of ['', 0, false]) expect(render('{% if 值 %}有{% else %}无{% endif %}', { 值 })).toEqual({ text: '无' });
  });

  test('computes exactly: 0.1 × 3 is 0.3', () => {
    expect(
      render('{{ 0.1 | times: 3 }} {{ 0.3 | minus: 0.1 }} {{ 10 | divided_by: 4 }} {{ 2.345 | round: 2 }} {{ -5 | abs }} {{ 1 | plus: 2 }}', {}),
    ).toEqual({
      text: '0.3 0.2 2.5 2.35 5 3',
    });
  });

  test.each([
    ['reads no file', '{% include "a" %}'],
    ['reads no clock', '{{ "now" | date: "%Y" }}'],
    ['asks no chance', '{{ 表 | sample }}'],
    ['sees nothing of objects but what they were given', '{{ 表.constructor }}'],
  ])('%s', (_what, template) => {
    expect(render(template, { 表: [1, 2] })).toHaveProperty('fault');
  });

  test('comes to an end, whatever it asks for', () => {
    expect(render('{% for 甲 in (1..100000000) %}一{% endfor %}', {})).toEqual({ fault: { kind: 'too-much', line: 1 } });
    const loops = '{% for 甲 in (1..900) %}{% for 乙 in (1..900) %}一{% endfor %}{% endfor %}';
    expect(render(loops, {})).toEqual({ fault: { kind: 'too-much', line: 1 } });
  });

  test('may be broken into lines and indented; only an empty line begins a paragraph', () => {
    const { text } = renderText('报送\n  {% if 数\n > 0 %}\n    {{ 数 }}条\n  {% endif %}。\n\n第二段。', { 数: 2 }) as { text: string };
    expect(paragraphsOf(text)).toEqual(['报送2条。', '第二段。']);
  });

  test('with a mistake leaves a note that nobody overlooks, with its line', () => {
    expect(filled('第一行\n{{ 周其 }}', FULL)).toBe('【措辞模板有误，第2行：没有“周其”这个值。】');
  });
});

describe('the manual of values', () => {
  test('names what a bulletin gives, no more and no less', () => {
    expect(Object.keys(valuesOf(bulletin())).sort()).toEqual(Object.keys(MEANINGS).sort());
    expect(Object.keys(FULL).sort()).toEqual(Object.keys(MEANINGS).sort());
  });

  test('is tried with values of the kinds that a bulletin gives', () => {
    const values = valuesOf(bulletin());
    const kindOf = (value: unknown): unknown =>
      Array.isArray(value) ? value.slice(0, 1).map((item) => Object.keys(item as object).sort()) : typeof value;
    for (const [name, value] of Object.entries(FULL)) expect([name, kindOf(values[name as keyof typeof values])]).toEqual([name, kindOf(value)]);
    const told = (value: unknown): unknown[] => (typeof value === 'object' ? Object.values(value as object).flatMap(told) : [value]);
    expect(told(EMPTY).filter((value) => value !== '' && value !== 0)).toEqual([]);
  });
});

describe('faults of a wording', () => {
  test.each(CADENCES)('there are none in ours for the %s', (cadence) => {
    expect(faultsOfWording(DEFAULT_WORDING[cadence])).toEqual([]);
  });

  test('are found in every template, each at its place', () => {
    const wrong = '{{ 周其 }}';
    const faults = faultsOfWording(
      wording({
        title: wrong,
        opening: wrong,
        sections: [{ own: 'problems' }, { heading: wrong, text: wrong }],
        annexes: [{ title: wrong, table: 'ranking' }],
      }),
    );
    expect(faults.map(({ path }) => path)).toEqual([
      ['title'],
      ['opening'],
      ['sections', 1, 'heading'],
      ['sections', 1, 'text'],
      ['annexes', 0, 'title'],
    ]);
  });

  test.each([
    ['{{ 周其 }}', '第1行：没有“周其”这个值。是不是“周期”?', 'Line 1: There is no value “周其”. Did you mean “周期”?'],
    ['{% if 报送 > 0 %}有{% else %}{{ 零报送书 }}{% endif %}', '第1行：没有“零报送书”这个值。是不是“零报送数”?', null],
    ['{% for 项 in 任务 %}\n{{ 项.名字 }}{% endfor %}', '第2行：没有“项.名字”这个值。是不是“项.名单”?', null],
    ['一\n{% if 报送 > 0 %}有', '第2行：“{% if 报送 > 0 %}”没有结束。', 'Line 2: “{% if 报送 > 0 %}” is not closed.'],
    ['{{ 周期', '第1行：“{{ 周期”没有结束。', null],
    ['{% 如果 报送 %}', '第1行：这里不能写“{% 如果 %}”。', 'Line 1: The tag “{% 如果 %}” cannot stand here.'],
    ['{% endif %}', '第1行：这里不能写“{% endif %}”。', null],
    ['{{ 周期 | 大写 }}', '第1行：没有“大写”这种处理。', 'Line 1: There is no filter “大写”.'],
    ['{{ 周期 | plus: 1 }}', '第1行：“2026年10月”不能计算。', 'Line 1: “2026年10月” cannot be computed.'],
    ['{{ 采用 | divided_by: 报送 }}', '第1行：“÷0”不能计算。', null],
    ['{% for 甲 in (1..100000000) %}一{% endfor %}', '第1行：内容太长，或者循环太多。', 'Line 1: It is too long, or loops too often.'],
    ['{{ }}', '第1行：写法有误（invalid value expression: ""）。', 'Line 1: It cannot be read (invalid value expression: "").'],
  ])('%s', (template, zh, en) => {
    const [fault, ...others] = faultsOfWording(wording({ opening: template }));
    expect(others).toEqual([]);
    expect(fault?.path).toEqual(['opening']);
    expect(fault?.detail.zh).toBe(zh);
    if (en !== null) expect(fault?.detail.en).toBe(en);
  });
});
