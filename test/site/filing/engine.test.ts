/** What the filing page says of drafts, in the small bureau under county-2021; points are those of 四(一) of that ordinance. */
import { describe, expect, test } from 'vitest';
import { shapeFile } from '../../../src/ledger/files.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import type { Day } from '../../../src/model/day.ts';
import { written } from '../../../src/model/points.ts';
import type { Ledger } from '../../../src/model/records.ts';
import { decidePolicy } from '../../../src/policy/decide.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { openRepository } from '../../../src/policy/repository.ts';
import { totalOf } from '../../../src/scoring/credit.ts';
import { keepJournal } from '../../../src/scoring/journal.ts';
import { filingEngine } from '../../../src/site/filing/engine.ts';
import type { FilingKind } from '../../../src/site/filing/fields.ts';
import { parse } from '../../../src/source/parse.ts';
import { sentenceFor } from '../../../src/words/findings.ts';
import { changed, type Values, world } from '../world.ts';
import { ask, engineOf, opened, TODAY, tones } from './desk.ts';

const engine = engineOf();
const open = engineOf(opened());

const ITEM = { title: '大病保险政策进社区', unit: '待遇保障股', authors: ['林二'], form: '综合', on: '2026-06-12' };
const points = (rows: readonly { readonly label: string; readonly points: string }[]): Record<string, string> =>
  Object.fromEntries(rows.map((row) => [row.label, row.points]));

describe('a submission', () => {
  const answer = ask(engine, 'submission', ITEM);

  test('becomes a file in its place, with nothing to mend', () => {
    expect(answer.remarks).toEqual({});
    expect(answer.ready).toBe(true);
    expect(answer.file).toMatch(/^data\/submissions\/daiyu\/2026\/20260612-daiyu-[0-9a-f]{6}\.yaml$/);
    expect(answer.text).toBe(
      '# yaml-language-server: $schema=../../../.schema/submission.json\ntitle: 大病保险政策进社区\nunit: 待遇保障股\nauthors: [林二]\non: 2026-06-12\nform: 综合\n',
    );
  });

  test('earns nothing by itself, and by each class of outlet what 四(一) says, whether such an outlet is known or not', () => {
    expect([answer.worth.now?.points, answer.worth.now?.counts]).toEqual(['不计分', false]);
    expect(points(answer.worth.rows)).toEqual({
      国家级: '18分',
      省级: '9分',
      市级: '6分',
      县融媒: '4分',
      县政府网站: '3分',
      国家级领导批示: '50分',
      省级领导批示: '20分',
      市级领导批示: '10分',
    });
    expect(answer.worth.rows[2]).toMatchObject({ note: '湛江日报', clauses: [{ text: '四(一)3' }] });
    expect(answer.worth.rows[0]).toMatchObject({ note: '公开名单里还没有这一级的媒体', clauses: [{ text: '四(一)5' }] });
  });

  test('as a brief earns what briefs earn', () => {
    const { rows } = ask(engine, 'submission', { ...ITEM, form: '简讯' }).worth;
    expect(Object.values(points(rows)).slice(0, 5)).toEqual(['8分', '5分', '3分', '2分', '1分']);
  });

  test('counts towards the duty of the month, and goes through the steps of the ordinance', () => {
    const lines = answer.worth.lines.map(({ text }) => text);
    expect(lines[0]).toBe('计入2026年6月的“每月综合性报道”任务');
    expect(lines[1]).toContain('股室负责人、分管领导、办公室主任、分管宣传工作的局领导审批');
    expect(ask(engine, 'submission', { ...ITEM, important: true }).worth.lines[1]?.text).toContain('局主要领导审批');
  });

  test('of several units gives each of them points', () => {
    const joint = ask(engine, 'submission', { ...ITEM, units: ['信息中心', '医保服务中心'] });
    expect(joint.text).toContain('units: [待遇保障股, 信息中心, 医保服务中心]');
    expect(joint.worth.rows[0]?.points).toBe('各 18分');
  });

  test('waits for unit and form before it tells points', () => {
    expect(ask(engine, 'submission', { ...ITEM, form: '' }).worth.waiting).toContain('选好单位和体裁');
    expect(ask(engine, 'submission', { ...ITEM, unit: '不存在的股' }).worth.now).toBeNull();
  });

  test('whose title is like another asks whether it was filed already', () => {
    expect(ask(engine, 'submission', { ...ITEM, title: '“门诊统筹”落地见效' }).duplicates).toEqual([
      { text: '门诊统筹落地见效', href: 'submissions/climbing/', note: '待遇股，2026-03-02' },
    ]);
  });
});

describe('everything that is wrong is said at once, at its field', () => {
  test('an empty form', () => {
    const answer = ask(engine, 'answer', {});
    expect(tones(answer).sort()).toEqual(['answers missing', 'on missing', 'title missing', 'unit missing']);
    expect(answer.ready).toBe(false);
  });

  test('wrong words, a wrong number, a wrong address, a unit that nobody knows, and a title that stands there already', () => {
    const answer = ask(engine, 'submission', {
      title: '门诊统筹落地见效',
      unit: '待遇保障科',
      form: '长文',
      on: '2026-02-30',
      openness: '秘密',
      length: '九百',
      link: 'nandu.example',
    });
    expect(tones(answer).sort()).toEqual(['form warning', 'length error', 'link error', 'on error', 'openness error', 'title warning', 'unit error']);
    expect(answer.remarks.unit?.[0]?.text).toContain('是不是“待遇保障股”');
  });

  test('in the words of the build', () => {
    const answer = ask(engine, 'submission', { ...ITEM, authors: ['莫三'], form: '通讯', length: '0' });
    // The build says of a record that its schema refuses no more than that; the page goes on.
    const refused = shapeFile(answer.file, parse(answer.file, answer.text).value).findings;
    expect(refused.map((finding) => sentenceFor(finding, 'zh'))).toEqual([answer.remarks.length?.[0]?.text]);
    expect(tones(answer).sort()).toEqual(['authors warning', 'form warning', 'length error']);
    const values = world();
    const mended = ask(engine, 'submission', { ...ITEM, authors: ['莫三'], form: '通讯' });
    values.set(mended.file, parse(mended.file, mended.text).value as Record<string, unknown>);
    const warned = openRepository(values).findings.filter(({ at }) => at.file === mended.file);
    expect(warned.map((finding) => sentenceFor(finding, 'zh')).sort()).toEqual(
      Object.values(mended.remarks)
        .flat()
        .map(({ text }) => text)
        .sort(),
    );
  });

  test('what only follows from another mistake is not said', () => {
    expect(tones(ask(engine, 'submission', { ...ITEM, unit: '不存在的股' }))).toEqual(['unit error']);
    expect(tones(ask(engine, 'adoption', { submission: 'climbing', outlet: '湛江日报', on: '' }))).toEqual(['on missing']);
  });

  test('the first of several units has its field', () => {
    expect(tones(ask(engine, 'submission', { ...ITEM, unit: '甲', units: ['信息中心', '乙'] })).sort()).toEqual(['unit error', 'units error']);
  });
});

describe('names that the public list does not have may be right all the same', () => {
  test('they are remarked upon, with the nearest, and handed over', () => {
    const answer = ask(engine, 'adoption', { submission: 'climbin', outlet: '湛江日极', on: '2026-06-01' });
    expect(tones(answer).sort()).toEqual(['outlet note', 'submission note']);
    expect(answer.remarks.outlet?.[0]?.text).toContain('是不是“湛江日报”？');
    expect(answer.remarks.submission?.[0]?.text).toContain('是不是“climbing”？');
    expect([answer.ready, answer.worth.now]).toEqual([true, null]);
    expect(tones(ask(engine, 'submission', { ...ITEM, authors: ['某人'], answers: 'x' })).sort()).toEqual(['answers note', 'authors note']);
  });

  test('unless the list is whole: then they are wrong, as in the build', () => {
    const answer = ask(open, 'adoption', { submission: 'climbing', outlet: '人民往', on: '2026-06-01' });
    expect(answer.remarks.outlet).toEqual([{ tone: 'error', text: expect.stringContaining('是不是“人民网”') }]);
  });
});

/** The points of the item that a record is about, with and without the record, as a build would have them. */
function bookedBy(values: Values, file: string, text: string, today: Day): string {
  const policy = decidePolicy('policies/county-2021.yaml', values.get('policies/county-2021.yaml')).policy as Policy;
  const total = (all: Values): ReturnType<typeof totalOf> => {
    const { ledger } = openLedger(all) as { ledger: Ledger };
    return totalOf(keepJournal(ledger, [policy], today).credits.filter(({ item }) => item !== null));
  };
  const more: Values = new Map([...values, [file, parse(file, text).value as Record<string, unknown>]]);
  return written(total(more).minus(total(values)));
}

describe('what happened to an item is worth what the build would book for it', () => {
  test.each<[string, FilingKind, Record<string, string>, string]>([
    ['a national outlet after a city paper: 18 less 6', 'adoption', { submission: 'climbing', outlet: '人民网', on: '2026-06-10' }, '12'],
    ['the county’s own site once more: nothing', 'adoption', { submission: 'climbing', outlet: 'county', on: '2026-06-10' }, '0'],
    [
      'recorded late, before the city paper: nothing more in the end',
      'adoption',
      { submission: 'climbing', outlet: 'county', on: '2026-04-01' },
      '0',
    ],
    ['a brief of two units in a city paper: 3 less 1, each', 'adoption', { submission: 'shared', outlet: 'daily', on: '2026-06-10' }, ''],
    ['a leader of the province after one of the city: 20 less 10', 'instruction', { submission: 'climbing', level: '省', on: '2026-06-10' }, '10'],
    ['a leader of the county: not covered', 'instruction', { submission: 'climbing', level: '县', on: '2026-06-10' }, '0'],
  ])('%s', (_, kind, typed, expected) => {
    const answer = ask(open, kind, typed);
    expect(answer.remarks).toEqual({});
    const booked = bookedBy(opened(), answer.file, answer.text, TODAY);
    if (expected !== '') expect(booked).toBe(expected);
    const each = answer.worth.now?.points ?? '';
    const told = each.startsWith('各 ') ? String(Number(/[\d.]+/.exec(each)?.[0]) * 2) : (/[\d.]+/.exec(each)?.[0] ?? '0');
    expect(told).toBe(booked);
  });

  test('a reason is given where it is nothing', () => {
    expect(ask(open, 'adoption', { submission: 'climbing', outlet: 'county', on: '2026-06-10' }).worth.now).toMatchObject({
      counts: false,
      reason: '同一稿件已按 湛江日报 计6分，不重复计分',
    });
  });

  test('references are explained', () => {
    expect(ask(open, 'adoption', { submission: 'climbing', outlet: '人民网', on: '2026-06-10' }).meanings).toEqual({
      submission: '门诊统筹落地见效 · 待遇股，2026-03-02',
      outlet: '国家 网站',
    });
  });
});

describe('the ways to hand it over', () => {
  test('the address of the host carries the file', () => {
    const { handover, file, text } = ask(engine, 'submission', ITEM);
    expect(Object.fromEntries(new URL(handover.link ?? '').searchParams)).toMatchObject({ filename: file, value: text });
    expect(handover.mail.text).toContain(`${file}\n\n`);
    expect(handover.mail.text).toContain(text);
    expect([handover.mail.href, handover.mail.note]).toEqual([null, expect.stringContaining('没有公布收稿邮箱')]);
  });

  test('a text that is too long says so; so does a host without such a page', () => {
    const long = ask(engine, 'submission', { ...ITEM, note: '很长的备注'.repeat(300) }).handover;
    expect(long.link).toBeNull();
    expect(long.note).toMatch(/内容太长（网址 \d+ 个字符，GitHub 最多 8000 个）/);
    const repository = { host: 'gitee', url: 'https://gitee.example.org/office/records' };
    expect(ask(engineOf(changed('data/site.yaml', { repository })), 'submission', ITEM).handover.note).toContain('Gitee 不支持');
    const { repository: _none, ...site } = world().get('data/site.yaml') ?? {};
    expect(ask(engineOf(world().set('data/site.yaml', site)), 'submission', ITEM).handover.note).toContain('没有登记代码仓库');
  });

  test('a mail goes to the office where it names an address', () => {
    const mailing = engineOf(changed('data/site.yaml', { office: { email: 'news@nandu.example' } }));
    const { mail } = ask(mailing, 'adoption', { submission: 'climbing', outlet: 'county', on: '2026-06-10' }).handover;
    expect(decodeURIComponent(mail.href ?? '')).toContain('登记采用：county采用《门诊统筹落地见效》');
    expect(mail.note).toBe('');
    expect(
      ask(mailing, 'instruction', { submission: 'climbing', level: '市', on: '2026-06-10', note: '注'.repeat(300) }).handover.mail.note,
    ).toContain('内容较长');
  });
});

describe('bad input', () => {
  test('a script, control signs and directions in a title are text; a path in a reference goes nowhere', () => {
    const script = ask(engine, 'submission', { ...ITEM, title: '<script>alert("1")</script>\u202e\u0007：\n---\n新标题' });
    expect(parse(script.file, script.text).value).toMatchObject({ title: '<script>alert("1")</script>： --- 新标题' });
    expect(script.remarks).toEqual({});
    const path = ask(engine, 'adoption', { submission: '../../../../etc/passwd', outlet: '..\\..\\x', on: '2026-06-10' });
    expect(path.file).toMatch(/^data\/adoptions\/2026\/[a-z0-9-]+\.yaml$/);
    expect(tones(path).sort()).toEqual(['outlet note', 'submission note']);
  });

  test('whoever files what is not public is told who sees it', () => {
    expect(ask(engine, 'submission', { ...ITEM, openness: '不公开' }).remarks).toEqual({
      openness: [{ tone: 'note', text: '能看到仓库的人都会看到题目。仓库是公开的，请用邮件交。' }],
    });
  });

  test('a very long text stays whole', () => {
    const title = '长'.repeat(20_000);
    const answer = ask(engine, 'submission', { ...ITEM, title });
    expect(parse(answer.file, answer.text).value).toMatchObject({ title });
    expect(answer.handover.link).toBeNull();
  });

  test('data that cannot be used is no engine', () => {
    expect(
      filingEngine(
        { asOf: TODAY, registers: {}, records: {}, policies: [], complete: { person: false, outlet: false, submission: false, obligation: false } },
        'zh',
      ),
    ).toBeNull();
  });
});

describe('where there is little to tell', () => {
  test('on a day without an ordinance nothing counts, and that is the reason', () => {
    const answer = ask(open, 'submission', { ...ITEM, on: '2019-05-06' }, '2019-05-07' as Day);
    expect([answer.worth.rows, answer.worth.intro, answer.worth.lines]).toEqual([[], '', []]);
    expect(ask(open, 'adoption', { submission: 'climbing', outlet: 'county', on: '2019-05-06' }, '2019-05-07' as Day).remarks.on?.[0]?.tone).toBe(
      'error',
    );
  });

  test('an instruction without a level, an unknown item, an item on which a title does not stand', () => {
    expect(tones(ask(engine, 'instruction', { submission: 'climbing', on: '2026-06-10' }))).toEqual(['level missing']);
    expect(tones(ask(engine, 'instruction', { submission: 'climbing', level: '乡', on: '2026-06-10' }))).toEqual(['level error']);
    const unknown = ask(engine, 'instruction', { submission: '20260101-x', level: '市', on: '2026-06-10' });
    expect(unknown.handover.mail.text).toContain('登记批示：《20260101-x》（市）');
  });

  test('an office without records, outlets or persons can file its first item all the same', () => {
    const values: Values = new Map([...world()].filter(([file]) => /^(data\/(site|units)|policies)/.test(file)));
    values.set('data/people.yaml', { people: [] }).set('data/outlets.yaml', { outlets: [] });
    const first = engineOf(values);
    const answer = ask(first, 'submission', { ...ITEM, authors: ['林二'] });
    expect([answer.ready, tones(answer), answer.duplicates]).toEqual([true, ['authors note'], []]);
    expect(answer.worth.rows.map(({ label }) => label).slice(0, 2)).toEqual(['国家级', '省级']);
    expect(tones(ask(first, 'adoption', {})).sort()).toEqual(['on missing', 'outlet missing', 'submission missing']);
  });

  test('many outlets of a class are counted', () => {
    const papers = Array.from({ length: 8 }, (_, index) => ({ id: `paper-${index}`, name: `省报${index}`, level: '省', channel: '报纸' }));
    const values = opened();
    values.set('data/outlets.yaml', { outlets: papers });
    for (const file of [...values.keys()].filter((one) => one.startsWith('data/adoptions/'))) values.delete(file);
    const row = ask(engineOf(values), 'submission', ITEM).worth.rows.find(({ label }) => label === '省级');
    expect(row?.note).toBe('省报0、省报1、省报2、省报3、省报4、省报5 等 8 家');
  });
});

test('English says it in English', () => {
  const english = engineOf(world(), 'en');
  const answer = ask(english, 'submission', { ...ITEM, unit: '' });
  expect(answer.remarks.unit).toEqual([{ tone: 'missing', text: 'Please fill this in.' }]);
  expect(ask(english, 'submission', ITEM).worth.rows[0]).toMatchObject({ label: '国家级', points: '18 points' });
});
