/** `tongbao remind`, run inside the test; what is expected follows from the ordinance of 赣州 and from the small ledgers below. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { closeRobots, type PlayedRobot, robotThat } from '../rig/robot.ts';
import { newFolder, put, rootOfExample } from '../rig/root.ts';
import { run, runIn } from './terminal.ts';

const folders: string[] = [];
const kept = (folder: string): string => {
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
afterEach(closeRobots);

const ganzhou = kept(rootOfExample('ganzhou-2020'));

const SMALL = {
  'data/site.yaml': 'organisation: 某县医疗保障局\npolicies: [small]\n',
  'data/units.yaml': 'units:\n  - { id: a, name: 甲科, class: 科 }\n  - { id: b, name: 乙科, class: 科 }\n',
  'data/people.yaml': 'people: []\n',
  'data/outlets.yaml': 'outlets: []\n',
  'data/obligations/2026/open.yaml': 'kind: 约稿\ntitle: 春耕<@all>保障\non: 2026-03-01\ndue: 2026-03-10\nunits: [甲科]\n',
  'data/obligations/2026/secret.yaml': 'kind: 约稿\ntitle: 内部情况\non: 2026-03-01\ndue: 2026-03-10\nunits: [乙科]\nopenness: 不公开\n',
  'policies/small.yaml': `id: small
title: 小办法
in_force: { from: 2026-01-01 }
clauses: { 一: 报送, 二: 按时 }
rules: { filing: { clause: 一, for: submission, points: 1 } }
deadlines: { 约稿: { clause: 二 } }
ranking: { clause: 一, by: period }
`,
};
function small(more: Readonly<Record<string, string>> = {}): string {
  const root = kept(newFolder());
  for (const [path, text] of Object.entries({ ...SMALL, ...more })) put(root, path, text);
  return root;
}
const root = small();
const remind = (...argv: string[]) => run('remind', '--root', root, '--as-of', '2026-03-08', ...argv);

const MESSAGE = `提醒 2026年3月8日:1 个单位,1 个事项  Reminders of 8 March 2026: units 1, matters 1

──────────────────── 甲科
甲科：
　　您好！现将贵单位有关信息报送事项提醒如下：
　　1. 约稿“春耕<@all>保障”：尚未收到，请于2026年3月10日前（含当日，还有2天）报送。（二）
　　请按时办理；已经办理的，请忽略本提醒。括号内为《小办法》的条款。
　　　　　　　　某县医疗保障局
　　　　　　　　2026年3月8日

  1. Commission “春耕<@all>保障”: not received yet, by 10 March 2026 (2 days left). (二)
`;

describe('tells', () => {
  test('each unit what it owes and by when, with the clause, ready to send', async () => {
    expect(await remind('--unit', '甲科')).toEqual({ code: 0, out: MESSAGE, err: '' });
    const both = await remind();
    expect(both.out).toContain('约稿“内部情况”');
    expect(await remind()).toEqual(both);
  });

  test('the day itself and what was missed', async () => {
    const on = async (day: string) => (await run('remind', '--root', root, '--as-of', day, '--unit', 'a')).out;
    expect(await on('2026-03-10')).toContain('尚未收到，今天（2026年3月10日）是最后一天，请于今天报送。（二）');
    expect(await on('2026-03-11')).toContain('已于2026年3月10日到期，尚未收到，请尽快补报。（二）');
  });

  test('that there is nothing, which is no failure', async () => {
    const nothing = { code: 0, out: '没有需要提醒的事项。 Nothing to remind of.\n', err: '' };
    expect(await run('remind', '--root', root, '--as-of', '2026-03-06')).toEqual(nothing);
    expect(await run('remind', '--root', root, '--as-of', '2026-03-06', '--format', 'markdown')).toEqual(nothing);
    const { out } = await run('remind', '--root', root, '--as-of', '2026-03-06', '--format', 'json');
    expect(JSON.parse(out)).toEqual({ asOf: '2026-03-06', since: '2026-02-18', reminders: [] });
    const undated = small({ 'data/obligations/2026/open.yaml': 'kind: 政策\ntitle: 甲\non: 2026-01-01\nunits: [甲科]\n' });
    expect((await run('remind', '--root', undated, '--as-of', '2026-02-01', '--format', 'ics')).out).not.toContain('VEVENT');
    expect((await run('remind', '--root', undated, '--as-of', '2026-01-08')).out).toContain(
      '政策贯彻落实情况“甲”：2026年1月1日出台，尚未收到，请尽快报送。',
    );
    const calendar = await run('remind', '--root', root, '--as-of', '2026-02-01', '--format', 'ics');
    expect(calendar.out).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
    expect(calendar.out).not.toContain('VEVENT');
  });

  test('the half month of 赣州, every unit under the clause of the reminder', async () => {
    const yudu = await run('remind', '--root', ganzhou, '--as-of', '2020-07-15', '--unit', '于都县');
    expect(yudu.out).toContain(
      '月任务（2020年7月）：应完成5件，截至2020年7月15日完成1件，尚差4件，请于2020年7月31日前（含当日，还有16天）完成。（四）',
    );
    expect(yudu.out).toContain('括号内为《赣州市医疗保障局关于加强宣传和政务信息工作的通知》（赣市医保字〔2020〕33号）的条款。');
    const nankang = await run('remind', '--root', ganzhou, '--as-of', '2020-08-02', '--unit', '南康区医疗保障局');
    expect(nankang.out).toContain('应完成5件，截至2020年7月31日完成0件，差5件未完成。（四）');
    const correspondent = await run('remind', '--root', ganzhou, '--as-of', '2020-07-15', '--unit', 'nankang-ybj');
    expect(correspondent.out).toContain('2. 信息员：尚未登记，请确定人员并报办公室。（办公室工作提醒，不出自办法条款）');
  });
});

test('whoever filed nothing in a half month is told so where the ordinance asks for that, the quota reached or not', async () => {
  const own = small({
    'policies/small.yaml': `${SMALL['policies/small.yaml']}duties: { month: { clause: 一, title: 月任务, per: month, at_least: 1, each: { unit: 甲科 } } }
reminders: [{ clause: 二, duty: month, at: [half-month, period-end], when: idle }]
`,
    'data/submissions/a/2026/s.yaml': 'title: 稿件\nunit: 甲科\non: 2026-05-10\n',
  });
  const { out } = await run('remind', '--root', own, '--as-of', '2026-05-31');
  expect(out).toContain('月任务（2026年5月）：应完成1件，截至2026年5月31日完成1件，本半月没有新的报送。（二）');
});

describe('as JSON', () => {
  test('has the id, the day, the clause and the words of each', async () => {
    const { out } = await remind('--format', 'json', '--unit', 'a');
    expect(JSON.parse(out).reminders).toEqual([
      {
        id: 'obligation/open/a/2026-03-10/ahead',
        kind: 'obligation',
        stage: 'ahead',
        on: '2026-03-07',
        unit: 'a',
        name: '甲科',
        due: '2026-03-10',
        policy: 'small',
        clause: '二',
        public: true,
        record: 'open',
        title: '约稿“春耕<@all>保障”',
        says: {
          zh: '约稿“春耕<@all>保障”：尚未收到，请于2026年3月10日前（含当日，还有2天）报送。（二）',
          en: 'Commission “春耕<@all>保障”: not received yet, by 10 March 2026 (2 days left). (二)',
        },
      },
    ]);
  });

  test('has neither title nor record of what is not public, where everybody may read it', async () => {
    const { out } = await remind('--format', 'json', '--public');
    expect(out).not.toContain('内部情况');
    expect(out).not.toContain('secret');
    const hidden = JSON.parse(out).reminders[1];
    expect(hidden).toMatchObject({ unit: 'b', public: false, title: '约稿一项（内容不公开）' });
    expect(hidden.id).toMatch(/^[0-9a-f]{32}$/);
    expect((await remind('--public')).out).toContain('约稿一项（内容不公开）：尚未收到');
  });

  test('tells the figures of a quota, and everything that is open if asked', async () => {
    const of = async (...argv: string[]) =>
      JSON.parse((await run('remind', '--root', ganzhou, '--as-of', '2020-08-10', '--unit', 'liangding-jihe', '--format', 'json', ...argv)).out)
        .reminders;
    expect(await of()).toMatchObject([{ kind: 'quota', stage: 'period-end', period: '2020-07', quota: 2, count: 1, missing: 1, clause: '四' }]);
    expect(await of('--all')).toMatchObject([
      { period: '2020-07' },
      { period: '2020-08', stage: null, on: null, count: 0, missing: 2, due: '2020-08-31' },
      { kind: 'obligation', stage: null, due: '2020-08-25', clause: '四(二)2', record: '2020-jijin-jianguan-zhengce' },
    ]);
    expect(await of('--ahead', '15')).toMatchObject([{ period: '2020-07' }, { kind: 'obligation', stage: 'ahead', on: '2020-08-10' }]);
  });

  test('of returned items and correspondents rests on no clause', async () => {
    const own = small({
      'data/people.yaml': 'people:\n  - { id: p, name: 张, unit: 甲科, roles: [信息员] }\n',
      'data/submissions/a/2026/s.yaml': 'title: 稿件\nunit: 甲科\non: 2026-03-10\nrounds:\n  - returned: 2026-03-12\n',
    });
    const { out } = await run('remind', '--root', own, '--as-of', '2026-03-15', '--since', '2026-03-14', '--format', 'json');
    expect(JSON.parse(out).reminders).toMatchObject([
      {
        kind: 'returned',
        unit: 'a',
        stage: 'waiting',
        policy: null,
        clause: null,
        returned: '2026-03-12',
        record: 's',
        title: '退回修改的稿件“稿件”',
      },
      { kind: 'correspondent', unit: 'b', policy: null, clause: null, due: null },
    ]);
    const letter = await run('remind', '--root', own, '--as-of', '2026-03-22', '--format', 'markdown');
    expect(letter.out).toContain('2026年3月12日退回，至今未重新报送，请修改后报送');
    expect(letter.out).toContain('| 乙科 | 尚未登记，请确定人员并报办公室 | 办公室工作提醒，不出自办法条款 |');
  });
});

describe('as a letter', () => {
  test('has a table for each kind, and no title that is not public', async () => {
    const { out } = await remind('--format', 'markdown');
    expect(out).toContain('# 关于信息报送有关事项的提醒函\n\n各有关单位：\n\n根据《小办法》，现将截至2026年3月8日');
    expect(out).toContain('## 一、约稿和专项报送');
    expect(out).toContain('| 乙科 | 约稿一项（内容不公开） | 2026年3月10日 |');
    expect(out).not.toContain('内部情况');
    expect((await remind('--format', 'markdown', '--unit', '乙科')).out).toContain('\n乙科：\n');
    expect((await remind('--format', 'markdown', '--unit', '乙科')).out).toContain('内部情况');
  });

  test('tells the progress of 赣州', async () => {
    const { out } = await run('remind', '--root', ganzhou, '--as-of', '2020-07-15', '--format', 'markdown');
    expect(out).toContain('共涉及56个单位、100个事项。');
    expect(out).toContain('| 基金监管科 | 月任务 | 2020年7月 | 3 | 1 | 2 | 2020年7月31日 | 四 |');
    expect(out).toContain('## 二、信息员登记');
  });
});

describe('as a calendar', () => {
  test('has each last day as a day, under a name that stays', async () => {
    const { out } = await run('remind', '--root', root, '--as-of', '2026-03-02', '--format', 'ics');
    const unfolded = out.replace(/\r\n /g, '');
    expect(unfolded).toContain('DTSTAMP:20260302T000000Z\r\nDTSTART;VALUE=DATE:20260310\r\nDTEND;VALUE=DATE:20260311\r\n');
    expect(unfolded).toContain('SUMMARY:甲科：约稿“春耕<@all>保障”');
    expect(unfolded).not.toContain('内部情况');
    expect(out.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
    const uids = (text: string) => text.match(/^UID:.*$/gm);
    const later = await run('remind', '--root', root, '--as-of', '2026-03-11', '--format', 'ics', '--unit', 'b');
    expect(uids(out)).toHaveLength(2);
    expect(uids(later.out)).toEqual([uids(out)?.[1]]);
    expect(later.out.replace(/\r\n /g, '')).toContain('内部情况');
    expect((await run('remind', '--root', root, '--as-of', '2026-03-02', '--format', 'ics')).out).toBe(out);
  });
});

const OK = { body: '{"errcode":0,"errmsg":"ok"}' };
const contentOf = ({ requests }: PlayedRobot): string[] =>
  requests.map(({ body }) => JSON.parse(body).markdown.content ?? JSON.parse(body).markdown.text);

function poster(robot: PlayedRobot, kind = 'wecom', more: Record<string, string> = {}) {
  const environment = { TONGBAO_WEBHOOK: `${robot.address}/send?key=k-e-y-0123`, TONGBAO_WEBHOOK_KIND: kind, ...more };
  return (at: string, ...argv: string[]) => runIn({ environment, directory: at }, 'remind', '--root', at, '--post', ...argv);
}

describe('posting', () => {
  test('tells a chat of everybody nothing that is not public, and calls nobody', async () => {
    const robot = await robotThat(() => OK);
    const told = await poster(robot)(root, '--as-of', '2026-03-08');
    expect(told).toEqual({ code: 0, out: '已发送 2 条提醒。 Sent 2 reminders.\n', err: '' });
    expect(contentOf(robot)).toEqual([
      `**信息报送提醒**（某县医疗保障局，2026年3月8日）

**甲科**

1. 约稿“春耕＜＠all＞保障”：尚未收到，请于2026年3月10日前（含当日，还有2天）报送。（二）

**乙科**

1. 约稿一项（内容不公开）：尚未收到，请于2026年3月10日前（含当日，还有2天）报送。（二）`,
    ]);
  });

  test('signs for 钉钉, whose messages have a title, and speaks plainly to others', async () => {
    const robot = await robotThat(() => OK);
    await poster(robot, 'dingtalk', { TONGBAO_WEBHOOK_SECRET: 'SEC1' })(root, '--as-of', '2026-03-08');
    expect(JSON.parse(robot.requests[0]?.body ?? '')).toMatchObject({ msgtype: 'markdown', markdown: { title: '信息报送提醒' } });
    expect(robot.requests[0]?.path).toMatch(/\?key=k-e-y-0123&timestamp=\d{13}&sign=/);
    await poster(robot, 'plain')(root, '--as-of', '2026-03-08');
    expect(JSON.parse(robot.requests[1]?.body ?? '').text).toContain('**甲科**');
  });

  test('cuts what is too long for 企业微信 into several messages, none above 4096 bytes', async () => {
    const robot = await robotThat(() => OK);
    const { out } = await poster(robot)(ganzhou, '--as-of', '2020-07-15');
    expect(out).toBe('已发送 100 条提醒。 Sent 100 reminders.\n');
    const contents = contentOf(robot);
    expect(contents.length).toBeGreaterThan(2);
    expect(contents.every((content) => new TextEncoder().encode(content).length <= 4096)).toBe(true);
    expect(contents.every((content) => content.startsWith('**信息报送提醒**（赣州市医疗保障局，2020年7月15日）\n\n**'))).toBe(true);
    expect(contents.join('\n').match(/^\d+\. /gm)).toHaveLength(100);
  });

  test('cuts a title that no message can hold, within no character', async () => {
    const robot = await robotThat(() => OK);
    const long = small({
      'data/obligations/2026/open.yaml': `kind: 约稿\ntitle: 长${'题'.repeat(3000)}\non: 2026-03-01\ndue: 2026-03-10\nunits: [甲科]\n`,
    });
    await poster(robot)(long, '--as-of', '2026-03-08');
    const [first = ''] = contentOf(robot);
    expect(first).toMatch(/题…$/);
    expect(new TextEncoder().encode(first).length).toBeLessThanOrEqual(4096);
    expect(first).not.toContain('\uFFFD');
  });

  test('with a list sends each once; where a message fails, those before it are in the list', async () => {
    const own = small();
    const list = join(own, 'sent.txt');
    const robot = await robotThat(() => OK);
    const post = poster(robot);
    await post(own, '--as-of', '2026-03-08', '--sent', 'sent.txt', '--unit', 'a');
    expect(readFileSync(list, 'utf8')).toBe('obligation/open/a/2026-03-10/ahead\n');
    await post(own, '--as-of', '2026-03-08', '--sent', 'sent.txt');
    expect(contentOf(robot)[1]).not.toContain('甲科');
    expect((await post(own, '--as-of', '2026-03-09', '--sent', 'sent.txt')).out).toBe('没有需要提醒的事项。 Nothing to remind of.\n');
    expect(robot.requests).toHaveLength(2);
    expect((await post(own, '--as-of', '2026-03-10', '--sent', 'sent.txt')).out).toBe('已发送 2 条提醒。 Sent 2 reminders.\n');

    const failing = await robotThat((count) => (count === 1 ? { body: '{"errcode":93017,"errmsg":"key k-e-y-0123 is banned"}' } : OK));
    const told = await poster(failing)(ganzhou, '--as-of', '2020-07-15', '--sent', join(own, 'g.txt'));
    const total = contentOf(failing).length;
    expect(told).toMatchObject({ code: 1, out: '' });
    expect(told.err).toMatch(
      /^群机器人没有接受:errcode 93017: key \*\*\* is banned。\d 条消息发出了 1 条。已发的已记下,下次只发其余的。\nThe robot refused it: /,
    );
    expect(told.err).not.toMatch(/k-e-y|127\.0\.0\.1/);
    expect(total).toBe(2);
    const kept = readFileSync(join(own, 'g.txt'), 'utf8').trim().split('\n');
    const rest = await poster(await robotThat(() => OK))(ganzhou, '--as-of', '2020-07-15', '--sent', join(own, 'g.txt'));
    expect(rest.out).toContain(`已发送 ${100 - kept.length} 条提醒。`);
  });

  test('sends nothing that cannot be remembered', async () => {
    const robot = await robotThat(() => OK);
    const told = await poster(robot)(root, '--as-of', '2026-03-08', '--sent', 'none/sent.txt');
    expect(told).toMatchObject({ code: 1, out: '' });
    expect(told.err).toBe('已发送的清单没有写成(ENOENT)。\nThe list of what was sent could not be written (ENOENT).\n');
    expect(robot.requests).toEqual([]);
  });

  test('without a list says that all of it will be sent again', async () => {
    const robot = await robotThat(() => ({ body: '{"errcode":310000,"errmsg":"sign not match"}' }));
    const told = await poster(robot, 'dingtalk')(root, '--as-of', '2026-03-08');
    expect(told.code).toBe(1);
    expect(told.err).toContain('1 条消息发出了 0 条。下次运行会全部重发;要避免重复,请用 --sent 或 --remember。');
  });

  test('remembers in the repository, so that another clone does not send it again', async () => {
    const git = (at: string, ...args: string[]) => execFileSync('git', args, { cwd: at, stdio: 'pipe', encoding: 'utf8' });
    const [own, bare, clone] = [small(), kept(newFolder()), kept(newFolder())];
    git(bare, 'init', '--quiet', '--bare', '--initial-branch=main');
    git(own, 'init', '--quiet', '--initial-branch=main');
    git(own, 'add', '.');
    git(own, '-c', 'user.name=Lin', '-c', 'user.email=lin@example.org', 'commit', '--quiet', '-m', 'first');
    git(own, 'remote', 'add', 'origin', bare);
    git(own, 'push', '--quiet', 'origin', 'main');
    git(clone, 'clone', '--quiet', bare, '.');
    const robot = await robotThat(() => OK);
    const post = poster(robot);
    expect(await post(own, '--as-of', '2026-03-08', '--remember')).toMatchObject({ code: 0, err: '' });
    expect((await post(clone, '--as-of', '2026-03-08', '--remember')).out).toBe('没有需要提醒的事项。 Nothing to remind of.\n');
    expect(robot.requests).toHaveLength(1);
    expect(git(bare, 'show', 'tongbao-reminders:sent.txt')).toBe('obligation/open/a/2026-03-10/ahead\nobligation/secret/b/2026-03-10/ahead\n');
    git(clone, 'remote', 'set-url', 'origin', join(bare, 'gone'));
    const lost = await post(clone, '--as-of', '2026-03-10', '--remember');
    expect(lost.code).toBe(1);
    expect(lost.err).toMatch(/^连不上远程仓库 origin,不知道别处已发送了什么,因此没有再发/);
    expect(robot.requests).toHaveLength(1);
    expect((await run('remind', '--root', root, '--remember')).err).toMatch(/^--remember 需要 Git 仓库/);
  });
});

test('what is shown counts as sent if one says so', async () => {
  const list = join(kept(newFolder()), 'sent.txt');
  const first = await remind('--sent', list);
  expect(existsSync(list)).toBe(false);
  expect((await remind('--sent', list, '--mark')).out).toBe(first.out);
  expect((await remind('--sent', list, '--mark')).out).toBe('没有需要提醒的事项。 Nothing to remind of.\n');
});

test('a ledger that cannot be opened is told like everywhere else', async () => {
  const broken = kept(newFolder());
  writeFileSync(join(broken, 'nothing'), '');
  expect(await run('remind', '--root', broken)).toMatchObject({ code: 1, out: '' });
});

describe('wrong usage', () => {
  const wrong: readonly [string[], string][] = [
    [['--since', '2026-02-30'], '没有“2026-02-30”这一天,--since 请写成 2026-03-05 的形式。'],
    [['--since', '2026-03-09'], '--since 2026-03-09 晚于截止日期 2026-03-08。'],
    [['--ahead', '61'], '--ahead 要写 0 到 60 的整数,“61”不是。'],
    [['--unit', '甲可'], '没有名为“甲可”的单位。是不是“甲科”?'],
    [['--format', 'docx'], '这个命令没有“docx”格式,--format 可以写:text、json、markdown、ics。'],
    [['--sent', 'a', '--remember'], '--sent 和 --remember 只能写一个。'],
    [['--post', '--all'], '--post 只发送到期的提醒,不能与 --all 或 --format 同用。'],
    [['--mark'], '--mark 要与 --sent 或 --remember 同用。'],
    [['--post'], '没有设置环境变量 TONGBAO_WEBHOOK(群机器人的地址),--post 不知道发到哪里。'],
  ];
  test.each(wrong)('%j', async (argv, says) => {
    const { code, out, err } = await remind(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n')[0]).toBe(says);
  });

  test('names the candidates of a name that two units share, and tells no address', async () => {
    const twins = small({
      'data/units.yaml': 'units:\n  - { id: a, name: 甲科, class: 科 }\n  - { id: b, name: 乙科, class: 科, aliases: [甲科] }\n',
    });
    expect((await run('remind', '--root', twins, '--unit', '甲科', '--as-of', '2026-03-08')).err).toContain(
      '有 2 个单位都叫“甲科”,请改写编号:a, b。',
    );
    const bad = await runIn({ environment: { TONGBAO_WEBHOOK: 'chat.example.org/s3cret' } }, 'remind', '--root', root, '--post');
    expect(bad).toMatchObject({ code: 2 });
    expect(bad.err).not.toContain('s3cret');
    const kind = await runIn(
      { environment: { TONGBAO_WEBHOOK: 'http://x.example', TONGBAO_WEBHOOK_KIND: 'slack' } },
      'remind',
      '--root',
      root,
      '--post',
    );
    expect(kind.err).toContain('TONGBAO_WEBHOOK_KIND 可以是 wecom');
  });
});
