/** The commands, run inside the test. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { afterAll, describe, expect, test } from 'vitest';
import { MANUALS } from '../../src/cli/help.ts';
import { wrongUsage } from '../../src/cli/wrong-usage.ts';
import { SCHEMA_KINDS } from '../../src/export/schemas.ts';
import { newFolder, put, rootOfCase } from '../rig/root.ts';
import { run, runIn } from './terminal.ts';

const folders: string[] = [];
const kept = (folder: string): string => {
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const clean = kept(rootOfCase('scoring/a-better-adoption-in-a-later-quarter'));
const faulty = kept(rootOfCase('faults/an-adoption-by-an-outlet-that-nobody-registered'));
const empty = kept(newFolder());

describe('check', () => {
  test('ends with 0 where all is clean, with 1 where there are findings', async () => {
    expect(await run('check', '--root', clean)).toEqual({ code: 0, out: '检查通过,没有发现问题。\nChecked: nothing to complain of.\n', err: '' });
    expect(await run('check', '--root', faulty)).toMatchObject({ code: 1, err: '' });
  });

  test('looks at the current directory unless told otherwise', async () => {
    expect(await runIn({ directory: faulty }, 'check')).toMatchObject({ code: 1 });
  });

  test('answers in JSON', async () => {
    const { code, out } = await run('check', '--root', faulty, '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ errors: 1, warnings: 0, findings: [{ code: 'ledger/unknown-reference', line: 2, column: 9 }] });
  });

  test('annotates for GitHub, with the whole report in the log and in the summary', async () => {
    const summary = join(empty, 'summary.md');
    writeFileSync(summary, 'before\n');
    const terminal = { directory: join(faulty, 'data'), environment: { GITHUB_WORKSPACE: join(faulty, '..'), GITHUB_STEP_SUMMARY: summary } };
    const { code, out } = await runIn(terminal, 'check', '--root', faulty, '--format', 'github');
    const root = faulty.slice(faulty.lastIndexOf('/') + 1);
    expect(code).toBe(1);
    expect(out).toMatch(
      new RegExp(
        `^::error file=${root}/data/adoptions/2026/20260305-renmin.yaml,line=2,col=9,endLine=2,endColumn=12,title=ledger/unknown-reference::`,
      ),
    );
    expect(out).toContain('\n  2 │ outlet: 人民往\n');
    expect(readFileSync(summary, 'utf8')).toMatch(/^before\n## 通报检查 Tongbao check\n[\s\S]*人民往/);
    rmSync(summary);
    expect((await runIn({ directory: faulty }, 'check', '--format', 'github')).out).toMatch(/^::error file=data\//);
  });

  test('is coloured only where the terminal is', async () => {
    expect((await runIn({ colour: true }, 'check', '--root', faulty)).out).toContain('\u001b[31mledger/unknown-reference\u001b[39m');
    expect((await run('check', '--root', faulty)).out).not.toContain('\u001b');
  });

  test('an empty folder lacks its two folders and its settings, and a broken setting is not a missing one', async () => {
    const { code, out } = await run('check', '--root', empty);
    expect(code).toBe(1);
    expect(out.match(/^\S+ {2}source\/missing-file$/gm)).toEqual([
      'data:1:1  source/missing-file',
      'data/site.yaml:1:1  source/missing-file',
      'policies:1:1  source/missing-file',
    ]);
    const broken = kept(rootOfCase('scoring/a-better-adoption-in-a-later-quarter'));
    put(broken, 'data/site.yaml', 'organisation: "南渡县\n');
    expect((await run('check', '--root', broken)).out.match(/^\S+ {2}\S+$/gm)).toEqual(['data/site.yaml:1:15  source/syntax']);
  });
});

describe('score, standings and explain', () => {
  test('score lists the credits, as text and JSON', async () => {
    expect(await run('score', '--root', clean, '--period', '2026-Q1')).toMatchObject({
      code: 0,
      out: expect.stringContaining('20260304-county-site'),
      err: '',
    });
    const { out } = await run('score', '--root', clean, '--as-of', '2026-04-30', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({ asOf: '2026-04-30', period: null, credits: [{ points: '3' }] });
  });

  test('the same is written twice, byte for byte', async () => {
    const [first, second] = [await run('score', '--root', clean, '--format', 'json'), await run('score', '--root', clean, '--format', 'json')];
    expect(first).toEqual(second);
  });

  test('standings rank a period, as text and JSON', async () => {
    expect((await run('standings', '--root', clean, '--period', '2026-Q2')).out).toContain('2026年第二季度得分排名');
    const { out } = await run('standings', '--root', clean, '--period', '2026-Q2', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({ period: '2026-Q2', groups: [{ group: null, rows: [{ rank: 1, unit: 'jianguan', points: '15' }, {}] }] });
  });

  test('explain walks back, as text and JSON', async () => {
    expect((await run('explain', '基金监管股', '--root', clean)).out).toContain('data/adoptions/2026/20260506-renminwang.yaml:1');
    const { out } = await run('explain', '王晓梅', '--root', clean, '--period', '2026-Q2', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({ subject: { kind: 'person' }, period: '2026-Q2', totals: [{ points: '15' }] });
  });

  test('findings do not stop them, and are counted beside the answer', async () => {
    const { code, out, err } = await run('score', '--root', faulty);
    expect({ code, err }).toEqual({ code: 0, err: '检查发现 1 项,运行 tongbao check 查看。 The check has 1 findings; see tongbao check.\n' });
    expect(out).toContain('20260304-county-site');
  });

  test.each([[['score']], [['standings', '--period', '2026']], [['explain', 'x']]])('%j without a ledger tells why', async (command) => {
    const { code, out, err } = await run(...command, '--root', empty);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('data/site.yaml:1:1  source/missing-file');
  });
});

describe('schema', () => {
  test('writes what is stale, says so when only asked, and then has nothing to do', async () => {
    const root = kept(rootOfCase('scoring/a-tie-shares-its-rank'));
    const asked = await run('schema', '--check', '--root', root);
    expect(asked).toMatchObject({ code: 1, out: expect.stringContaining('已过时,请运行 tongbao schema stale') });
    expect(existsSync(join(root, 'data/.schema'))).toBe(false);
    expect(await run('schema', '--root', root)).toMatchObject({ code: 0, out: expect.stringContaining('已更新 written') });
    expect(readdirSync(join(root, 'data/.schema'))).toHaveLength(SCHEMA_KINDS.length);
    expect(existsSync(join(root, 'public'))).toBe(false);
    expect(await run('schema', '--check', '--root', root)).toMatchObject({ code: 0 });
    expect(await run('check', '--root', root)).toMatchObject({ code: 0 });
  });

  test('needs a ledger', async () => {
    expect(await run('schema', '--root', empty)).toMatchObject({ code: 2, err: expect.stringContaining('There is no usable data/site.yaml here') });
  });
});

describe('demo', () => {
  const small = ['--units', '3', '--months', '2', '--per-month', '5', '--as-of', '2026-03-31'];

  test('writes a clean ledger, the same for the same options', async () => {
    const [one, two] = [kept(newFolder()), join(kept(newFolder()), 'new')];
    expect(await run('demo', ...small, '--out', one)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^已在 .+ 写入 \d+ 个文件。 Wrote \d+ files\.\n/),
    });
    expect(await run('demo', ...small, '--out', two)).toMatchObject({ code: 0 });
    expect(await run('check', '--root', one)).toMatchObject({ code: 0 });
    const score = async (root: string) => (await run('score', '--root', root, '--as-of', '2026-03-31', '--format', 'json')).out;
    expect(await score(one)).toBe(await score(two));
  });

  test('never writes over anything', async () => {
    expect(await run('demo', ...small, '--out', clean)).toMatchObject({
      code: 2,
      err: expect.stringContaining('is not empty, and nothing is overwritten'),
    });
    expect(await run('demo', ...small, '--out', join(clean, 'data/site.yaml'))).toMatchObject({ code: 2 });
  });

  test('ends today unless told otherwise', async () => {
    const folder = kept(newFolder());
    expect(await run('demo', '--units', '1', '--months', '1', '--per-month', '0', '--out', folder)).toMatchObject({ code: 0 });
  });
});

describe('wrong usage is told in both languages, with exit code 2 and no stack trace', () => {
  test.each([
    [['chek'], '没有“chek”这个命令。是不是“check”?', 'There is no command “chek”. Did you mean “check”?'],
    [['check', '--rot', '.'], '没有“--rot”这个选项。是不是“--root”?', 'There is no option “--rot”. Did you mean “--root”?'],
    [['check', '--zzzzzz'], '没有“--zzzzzz”这个选项。', 'There is no option “--zzzzzz”.'],
    [['check', '--root'], '选项“--root <dir>”后面要写内容。', 'The option “--root <dir>” wants a value.'],
    [['check', 'extra'], '参数太多了;含空格的名称请加引号。', 'There are too many arguments; put a name with spaces in quotes.'],
    [['explain'], '缺少参数 <what>。', 'The argument <what> is missing.'],
    [['standings'], '缺少必填的选项“--period <period>”。', 'The option “--period <period>” is needed.'],
    [
      ['check', '--root', '/nowhere/at/all'],
      '--root 指的文件夹不存在:/nowhere/at/all。',
      'The folder given with --root does not exist: /nowhere/at/all.',
    ],
    [['check', '--root', 'package.json'], '--root 要指向文件夹,package.json 不是。', '--root wants a folder, and package.json is none.'],
    [
      ['score', '--as-of', '2026-02-30'],
      '没有“2026-02-30”这一天,--as-of 请写成 2026-03-05 的形式。',
      'There is no day “2026-02-30”; write --as-of like 2026-03-05.',
    ],
    [
      ['score', '--format', 'github'],
      '这个命令没有“github”格式,--format 可以写:text、json。',
      'This command has no format “github”; --format takes text, json.',
    ],
    [['explain', '待遇保险股', '--root', clean], '没有名为“待遇保险股”的报送、单位或人员。', 'There is no submission, unit or person “待遇保险股”.'],
    [
      ['explain', '基金管股', '--root', clean],
      '没有名为“基金管股”的报送、单位或人员。是不是“基金监管股”?',
      'There is no submission, unit or person “基金管股”. Did you mean “基金监管股”?',
    ],
    [
      ['start', '--port', '99999'],
      '--port 要写 0 到 65535 的整数,“99999”不是。',
      '--port wants a whole number from 0 to 65535, and “99999” is none.',
    ],
    [
      ['demo', '--units', 'x', '--out', 'y'],
      '--units 要写 1 到 500 的整数,“x”不是。',
      '--units wants a whole number from 1 to 500, and “x” is none.',
    ],
    [
      ['demo', '--policy', 'x', '--out', 'y'],
      '没有办法“x”的示例,--policy 可以写:county-2021、linyi-2020、ganzhou-2020、xinjiang-2022。',
      'There is no demonstration for the ordinance “x”; --policy takes county-2021, linyi-2020, ganzhou-2020, xinjiang-2022.',
    ],
  ])('%j', async (argv, zh, en) => {
    expect(await run(...argv)).toEqual({ code: 2, out: '', err: `${zh}\n${en}\n用法见 tongbao --help。 See tongbao --help.\n` });
  });

  test('whatever else commander complains of', () => {
    const complaint = new CommanderError(1, 'commander.other', 'error: something else');
    expect(wrongUsage(complaint)).toMatchObject({ said: { zh: '用法不对:error: something else', en: 'Wrong usage: error: something else' } });
  });

  test('a period that is none', async () => {
    expect(await run('standings', '--period', '2026-Q5')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^看不懂周期“2026-Q5”。可以写:2026、2026-H1.*\n“2026-Q5” is no period\./),
    });
  });

  test('a name that two bear', async () => {
    const root = kept(rootOfCase('faults/a-name-that-two-persons-bear'));
    expect(await run('explain', '王晓梅', '--root', root)).toMatchObject({
      code: 2,
      err: expect.stringContaining('2 go by the name “王晓梅”; write the id instead: wang-xiaomei, wang-xiaomei-2.'),
    });
  });
});

describe('help is in Chinese and English, with examples', () => {
  test('of the program', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    for (const name of Object.keys(MANUALS)) expect(out).toMatch(new RegExp(`^  ${name.split(' ')[0]}\\b`, 'm'));
    expect(out).toMatch(/用法 Usage: tongbao[\s\S]*选项 Options:[\s\S]*命令 Commands:[\s\S]*退出码 Exit codes:/);
    expect((await run()).out).toBe(out);
    expect((await run('help')).out).toBe(out);
  });

  test.each(Object.entries(MANUALS))('of %s', async (name, { says, examples }) => {
    const { code, out } = await run(...name.split(' '), '--help');
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain(`${says.zh} ${says.en}`);
    expect(out).toContain('示例 Examples:');
    for (const [command] of examples) expect(out).toContain(`  ${command}\n`);
    expect(out).toMatch(/通用选项 Global options:\s+--root <dir>/);
  });

  test('every example is a command that is understood', () => {
    for (const [name, { examples }] of Object.entries(MANUALS))
      for (const [command] of examples) expect(command).toMatch(new RegExp(`^tongbao ${name}( |$)`));
  });
});

describe('what goes wrong unexpectedly is apologised for', () => {
  const failing = {
    out: () => {
      throw new Error('the printer is on fire');
    },
  };
  test('with the message, and the stack only where it is asked for', async () => {
    const { code, err } = await runIn(failing, 'check', '--root', clean);
    expect(code).toBe(1);
    expect(err).toBe(
      '抱歉,程序出了意外的问题:the printer is on fire\nSorry, something unexpected went wrong: the printer is on fire\n' +
        '设置环境变量 TONGBAO_DEBUG=1 再运行,可以看到细节。 Run it with TONGBAO_DEBUG=1 to see details.\n',
    );
    expect((await runIn({ ...failing, environment: { TONGBAO_DEBUG: '1' } }, 'check', '--root', clean)).err).toMatch(/\n {4}at .*\.ts:/);
  });

  test('whatever was thrown', async () => {
    const odd = {
      out: () => {
        throw 'odd';
      },
    };
    expect((await runIn(odd, 'check', '--root', clean)).err).toContain('Sorry, something unexpected went wrong: odd\n');
  });
});
