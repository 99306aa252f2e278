import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { FOLDERS, keysOf } from '../../src/cli/new/keys.ts';
import { programOf } from '../../src/cli/program.ts';
import { FOLDER_SCHEMAS } from '../../src/ledger/files.ts';
import { newFolder, put } from '../rig/root.ts';
import { bureau } from '../support/bureau.ts';
import { runIn, type Told } from './terminal.ts';

const roots: string[] = [];
let root = '';
beforeEach(() => {
  root = newFolder();
  roots.push(root);
  for (const [file, value] of bureau()) put(root, file, stringify(value));
  put(root, 'policies/county-2021.yaml', readFileSync(join(import.meta.dirname, '../../policies/county-2021.yaml'), 'utf8'));
});
afterAll(() => {
  for (const one of roots) rmSync(one, { recursive: true });
});

const file = (path: string): string => readFileSync(join(root, path), 'utf8');
const filing = (...argv: string[]): Promise<Told> => runIn({ directory: root }, '--as-of', '2026-03-20', 'new', ...argv);

/** A person who gives these answers, one after another; all questions are kept. */
async function sitting(answers: readonly string[], ...argv: string[]): Promise<Told & { readonly questions: readonly string[] }> {
  const waiting = [...answers];
  const questions: string[] = [];
  const ask = async (question: string): Promise<string> => {
    questions.push(question);
    const answer = waiting.shift();
    if (answer === undefined) throw new Error(`nobody answers: ${question}`);
    return answer;
  };
  const told = await runIn({ directory: root, ask }, '--as-of', '2026-03-20', 'new', ...argv);
  expect(waiting).toEqual([]);
  return { ...told, questions };
}

const WHOLE = ['--title', '某县推进医保征缴', '--unit', 'fuwu', '--on', '2026-03-05'];
const PLACE = 'data/submissions/fuwu/2026/20260305-fuwu-4b1cf8.yaml';

describe('with options', () => {
  test('the file lies in its place, named as the registers have it, and the next steps are told', async () => {
    const { code, out, err } = await filing(
      'submission',
      ...WHOLE,
      '--authors',
      '李明(服务中心)',
      '--authors',
      'wang',
      '--important',
      '--length',
      '１２００',
    );
    expect([code, err]).toEqual([0, '']);
    expect(file(PLACE)).toBe(
      [
        '# yaml-language-server: $schema=../../../.schema/submission.json',
        'title: 某县推进医保征缴',
        'unit: 医保服务中心',
        'authors: [李明(服务中心), 王芳]',
        'on: 2026-03-05',
        'important: true',
        'length: 1200',
        '',
      ].join('\n'),
    );
    expect(out).toContain(`已写入 ${PLACE}`);
    expect(out).toContain(`git add ${PLACE}`);
    expect((await runIn({ directory: root }, 'check')).code).toBe(0);
  });

  test('the next steps fit where one stands, and the host of the repository', async () => {
    put(
      root,
      'data/site.yaml',
      stringify({ organisation: '某局', policies: ['county-2021'], repository: { host: 'gitee', url: 'https://gitee.example/a/b' } }),
    );
    const { out } = await runIn({ directory: join(root, 'data') }, '--root', '..', 'new', 'submission', ...WHOLE);
    expect(out).toContain(`git add "../${PLACE}"`);
    expect(out).toContain('在 https://gitee.example/a/b 提合并请求');
  });

  test('days, lists and tables as people type them', async () => {
    const rows = ['--approvals', 'step=股室负责人,by=李明(服务中心),on=2026-03-05', '--approvals', '{ step: 分管领导, opinion: "同意, 尽快报送" }'];
    const { code } = await filing(
      'submission',
      '--title',
      '一篇',
      '--on',
      '2026年3月5日',
      '--units',
      '[基金监管股, { unit: fuwu, mark: 综 }]',
      ...rows,
      '--figures',
      '阅读量=300',
      '--figures',
      '点赞＝2.5，转发=7',
      '--files',
      'a, b.docx',
      '--sensitive',
      '否',
    );
    expect(code).toBe(0);
    const folder = 'data/submissions/jijin/2026/';
    const [name = ''] = readdirSync(join(root, folder)).filter((one) => one.startsWith('20260305-jijin-'));
    expect(file(`${folder}${name}`)).toBe(
      [
        '# yaml-language-server: $schema=../../../.schema/submission.json',
        'title: 一篇',
        'units:',
        '  - 基金监管股',
        '  - unit: fuwu',
        '    mark: 综',
        'on: 2026-03-05',
        'sensitive: false',
        'figures:',
        '  阅读量: 300',
        '  点赞: 2.5',
        '  转发: 7',
        'approvals:',
        '  - step: 股室负责人',
        '    by: 李明(服务中心)',
        '    on: 2026-03-05',
        '  - step: 分管领导',
        '    opinion: 同意, 尽快报送',
        'files: ["a, b.docx"]',
        '',
      ].join('\n'),
    );
  });

  test('a submission may be named by words of its title', async () => {
    expect((await filing('adoption', '--submission', '飞行', '--outlet', '县政府网', '--on', '2026-03-11', '--dry-run')).out).toBe(
      '# yaml-language-server: $schema=../../.schema/adoption.json\nsubmission: 0305-a\noutlet: XX县人民政府官方网站\non: 2026-03-11\n',
    );
    expect(existsSync(join(root, 'data/adoptions/2026/20260311-site-0305-a.yaml'))).toBe(false);
  });

  test('all that is missing is told at once, beside all that is wrong', async () => {
    const { code, out, err } = await filing('adoption', '--outlet', '湛江日抱', '--length', '三百');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('是不是“湛江日报”');
    expect(err).toMatch(/schema\/wrong-type\n.*length: 三百/s);
    expect(err).toContain(
      '  --submission  被采用的报送编号  The submission\n  --on  采用日期:刊发当日,不是发现当日'.replaceAll(':', '：').replace('当日,', '当日，'),
    );
  });

  test('of a kind with several forms, what is missing is that of the form', async () => {
    const { code, err } = await filing('indicator', '--kind', '预算', '--on', '2026-01-05');
    expect(code).toBe(2);
    expect(err).toContain('  --year  年度  Year\n  --amount  金额（元）  Amount in yuan\n');
    expect(err).not.toContain('--population');
  });

  test('names that nothing has: the nearest, and titles with these words', async () => {
    put(root, 'data/submissions/jijin/2026/0306-b.yaml', 'title: 飞行检查再出发\nunit: jijin\non: 2026-03-06\n');
    const { code, err } = await filing('adoption', '--submission', '飞行检', '--outlet', 'daily', '--on', '2026-03-11');
    expect(code).toBe(1);
    expect(err).toContain('没有编号为“飞行检”的报送');
    expect(err).toContain('  0305-a  2026-03-05 飞行检查\n  0306-b  2026-03-06 飞行检查再出发\n');
  });

  test('a record with an error is not written; one with a doubt is, and the doubt is told', async () => {
    const early = await filing('adoption', '--submission', '0305-a', '--outlet', 'daily', '--on', '2026-03-01');
    expect([early.code, early.out]).toEqual([1, '']);
    expect(early.err).toContain('ledger/event-before-filing');
    const twice = await filing('submission', '--title', '飞行检查!', '--unit', 'fuwu', '--on', '2026-03-06');
    expect(twice.code).toBe(0);
    expect(twice.err).toContain('ledger/same-title');
    expect(twice.err).toContain(
      '可能是同一条,请先核对: Probably the same; please compare:\n  2026-03-05 《飞行检查》  data/submissions/jijin/2026/0305-a.yaml',
    );
  });

  test('the same record twice is refused, and goes under an id of its own', async () => {
    expect((await filing('submission', ...WHOLE)).code).toBe(0);
    const before = file(PLACE);
    const again = await filing('submission', ...WHOLE, '--note', '再报');
    expect([again.code, again.out]).toEqual([1, '']);
    expect(again.err).toContain(`这条记录已经有了:${PLACE}`);
    expect((await filing('submission', ...WHOLE, '--id', '0305-a')).err).toContain('data/submissions/jijin/2026/0305-a.yaml');
    expect((await filing('submission', ...WHOLE, '--id', '20260305-fuwu-zai-bao')).code).toBe(0);
    expect(file(PLACE)).toBe(before);
    expect(existsSync(join(root, 'data/submissions/fuwu/2026/20260305-fuwu-zai-bao.yaml'))).toBe(true);
  });

  test('the same item in the same outlet on another day is pointed out', async () => {
    const { code, err } = await filing('adoption', '--submission', '0305-a', '--outlet', 'site', '--on', '2026-03-12', '--dry-run');
    expect(code).toBe(0);
    expect(err).toContain('please compare:\n  2026-03-10 XX县人民政府官方网站  data/adoptions/2026/0310-a.yaml\n');
    expect((await filing('instruction', '--submission', '0305-a', '--level', '省', '--on', '2026-03-12', '--dry-run')).err).not.toContain('compare');
  });

  test('nothing is written through a link', async () => {
    const elsewhere = newFolder();
    roots.push(elsewhere);
    symlinkSync(elsewhere, join(root, 'data/submissions/fuwu'));
    const { code, err } = await filing('submission', ...WHOLE);
    expect([code, err]).toEqual([1, expect.stringContaining('没有写成')]);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test('a file that is there and broken is not written over', async () => {
    put(root, PLACE, 'title: [\n');
    expect((await filing('submission', ...WHOLE)).code).toBe(1);
    expect(file(PLACE)).toBe('title: [\n');
  });

  test.each(['../x', 'a/b', 'A', '..', 'C:x', '报送', '', '-a', 'a'.repeat(121)])('an id leads nowhere: %s', async (id) => {
    const { code, err } = await filing('submission', ...WHOLE, `--id=${id}`);
    expect(code).toBe(2);
    expect(err).toContain('只能用小写字母、数字和连字符');
  });

  test('an appeal is held against bulletins too', async () => {
    const appeal = ['--unit', 'fuwu', '--on', '2026-03-10', '--asks', '补计', '--grounds', '漏计一篇', '--bulletin', '2026-02'];
    expect((await filing('appeal', ...appeal)).err).toContain('appeal/unknown-bulletin');
    expect((await filing('appeal', ...appeal.slice(0, -2), '--item', '0305-a')).code).toBe(0);
  });

  test('signs that a terminal would obey are shown as blanks, and kept in the file as escapes', async () => {
    put(root, 'data/submissions/jijin/2026/0306-b.yaml', 'title: "推进\\e[31m医保征缴工作\\u202e会"\nunit: jijin\non: 2026-03-06\n');
    const { err } = await filing('submission', '--title', '推进\u001b[31m医保征缴工作\u202e会议', '--unit', 'jijin', '--on', '2026-03-07');
    expect(err).toContain('《推进 [31m医保征缴工作 会》');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there.
    expect(err).not.toMatch(/[\u001b\u202e]/);
  });

  test('of a day whose bulletin is issued it is said that it will be a correction', async () => {
    const shipped = join(import.meta.dirname, '../..');
    const options = ['--title', '补登的一篇', '--unit', '办公室', '--on', '2026-10-20', '--dry-run'];
    const { code, out, err } = await runIn({ directory: shipped }, 'new', 'submission', ...options);
    expect([code, out]).toEqual([0, expect.stringContaining('title: 补登的一篇\nunit: 办公室\non: 2026-10-20\n')]);
    expect(err).toContain('2026-10 的通报已经签发:这一天的得失将作为补记列入下一期通报。');
  });

  test('without a kind, or with a wrong one', async () => {
    expect((await filing()).err).toContain('命令没有写完');
    expect((await filing('submision', ...WHOLE)).err).toContain('是不是“submission”');
    rmSync(join(root, 'data/site.yaml'));
    expect((await filing('submission', ...WHOLE)).err).toContain('source/missing-file');
  });
});

describe('on a terminal', () => {
  test('what is needed and usual is asked for; numbers choose, and a wrong name is offered the nearest', async () => {
    const answers = ['', '某县推进医保征缴', '医保服务中新', '1', 'wang、李明(服务中心)', '2026.3.5', '2', '', '', '', ''];
    const { code, err, questions } = await sitting(answers, 'submission');
    expect(code).toBe(0);
    expect(err).toContain('这一项必须填写');
    expect(err).toContain('没有登记“医保服务中新”。是不是“医保服务中心”');
    expect(questions[0]).toBe('信息标题\nTitle\n> ');
    expect(questions[2]).toContain('  1 基金监管股   2 医保服务中心\n> ');
    expect(questions[3]).toBe('  1 医保服务中心\n> ');
    expect(file(PLACE)).toContain('title: 某县推进医保征缴\nunit: 医保服务中心\nauthors: [王芳, 李明(服务中心)]\non: 2026-03-05\nform: 简讯\n');
  });

  test('several units share an item; Enter is today; tables take a line for each row; everything else is in a menu', async () => {
    const usual = ['联合行动', '1、2', '', '', '', '', ''];
    const { code, err, questions } = await sitting(
      [...usual, 'nix', 'rounds', 'returned=2026-03-21,reason=补充数据', '', '1', '2026-03-01', '', ''],
      'submission',
    );
    expect([code, err]).toEqual([0, expect.stringContaining('没有“nix”这一项')]);
    expect(questions[7]).toContain('  1 事件发生日期 (event)\n');
    expect(err).toContain(
      'units: [基金监管股, 医保服务中心]\non: 2026-03-20\nevent: 2026-03-01\nrounds:\n  - returned: 2026-03-21\n    reason: 补充数据\n',
    );
  });

  test('what the check refuses is shown, and only that is asked for again', async () => {
    const { code, err } = await sitting(['飞行', '2', '2026-03-01', '', '', '', '', '2026-03-12', ''], 'adoption');
    expect(code).toBe(0);
    expect(err).toContain('ledger/event-before-filing');
    expect(file('data/adoptions/2026/20260312-daily-0305-a.yaml')).toContain('on: 2026-03-12\n');
  });

  test('answers that cannot be used are told and asked for again', async () => {
    const answers = ['飞行', '市级', '2', '', '三月', '2026-03-25', '', 'affirmative', '也许', '否', ''];
    const { err, out } = await sitting(answers, 'instruction', '--dry-run');
    expect(err).toContain('只能写:县、市、省、国家、部委');
    expect(err).toContain('没有“三月”这一天');
    expect(err).toContain('请回答 是 或 否');
    expect(out).toBe(
      '# yaml-language-server: $schema=../../.schema/instruction.json\nsubmission: 0305-a\nlevel: 市\non: 2026-03-25\naffirmative: false\n',
    );
  });

  test('of many people, those of the unit are shown; commas part names, and stay in other words', async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ id: `p-${index}`, name: `人员${index}`, unit: index < 3 ? 'fuwu' : 'jijin' }));
    put(root, 'data/people.yaml', stringify({ people: [{ id: 'li', name: '李明', unit: 'jijin' }, ...many] }));
    const answers = ['一篇', '2', '1,人员2', '', '', '', '', 'files', 'a,b.docx、c.pdf', 'length', '三百', '300', '', ''];
    const { err, questions } = await sitting(answers, 'submission');
    expect(questions[2]).toContain('  1 人员0   2 人员1   3 人员2\n> ');
    expect(err).toContain('authors: [人员0, 人员2]\n');
    expect(err).toContain('files: ["a,b.docx", c.pdf]\n');
    expect(err).toContain('要写数字,“三百”不是');
  });

  test('a title is told what it may be; a name like nothing is only refused', async () => {
    const { err, questions } = await sitting(['宣传月', '飞', '飞行', '湛江日报', '', '', '', '', '', 'n'], 'adoption');
    expect(err).toContain('没有登记“宣传月”。\n');
    expect(questions[0]).toContain('  1 0305-a  2026-03-05 飞行检查\n');
  });

  test('Enter takes the nearest in the place of a wrong name, and leaves the others', async () => {
    const { err } = await sitting(['一篇', '医保服务中新', '', '王芳、李明(服务中信)', '', '', '', '', '', '', ''], 'submission');
    expect(err).toContain('直接回车就用它');
    expect(err).toContain('unit: 医保服务中心\nauthors: [王芳, 李明(服务中心)]\n');
  });

  test('whoever says no writes nothing; whoever files it again may have another id', async () => {
    expect((await sitting([...['某县推进医保征缴', '2', '', '2026-03-05', '', '', '', ''], 'n'], 'submission')).err).toContain('没有写入');
    expect(existsSync(join(root, PLACE))).toBe(false);
    await filing('submission', ...WHOLE);
    const again = ['某县推进医保征缴', '2', '', '2026-03-05', '', '', '', ''];
    expect((await sitting([...again, ''], 'submission')).code).toBe(1);
    expect((await sitting([...again, 'y'], 'submission')).code).toBe(0);
    expect(existsSync(join(root, PLACE.replace('.yaml', '-2.yaml')))).toBe(true);
  });

  test('whoever gives all as options is asked nothing', async () => {
    expect((await sitting([], 'submission', ...WHOLE)).code).toBe(0);
  });
});

describe('the options', () => {
  test('are the keys of the schemas, in both languages', () => {
    expect(FOLDERS).toEqual(Object.keys(FOLDER_SCHEMAS));
    expect(keysOf('adoptions').find(({ key }) => key === 'proof_on')).toEqual({
      key: 'proof_on',
      flag: '--proof-on',
      says: { zh: '佐证材料交到日期', en: 'Day the proof was handed in' },
      isTruth: false,
    });
    expect(keysOf('instructions').find(({ key }) => key === 'affirmative')?.isTruth).toBe(true);
    for (const folder of FOLDERS)
      for (const { key, says } of keysOf(folder)) expect(`${folder} ${key} ${says.zh} ${says.en}`).toMatch(/\p{Script=Han}.*[A-Za-z]{2}/u);
  });

  test('every kind of record has a command', () => {
    const program = programOf({ out: () => undefined } as never, () => undefined);
    const kinds = program.commands.find((one) => one.name() === 'new')?.commands.map((one) => one.name());
    expect(kinds).toEqual(['submission', 'adoption', 'instruction', 'obligation', 'incident', 'figure', 'appeal', 'activity', 'indicator']);
  });
});
