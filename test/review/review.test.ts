/** Reviews in real repositories: what is compared with what, whose work it is, what was published, and what hosts and tools are handed. */
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Ajv from 'ajv';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportMarkdown } from '../../src/export/review/report.ts';
import type { Day } from '../../src/model/day.ts';
import { review as reviewOf } from '../../src/review/review.ts';
import { compareEnds, endsOf } from '../../src/rim/review.ts';
import { git } from '../ci/forge.ts';
import { run, runIn } from '../cli/terminal.ts';
import { type Desk, deskWith, placeFor } from './desk.ts';

const KUAIBAN = 'data/submissions/fuwu/2026/20261103-fuwu-kuaiban.yaml';
const MENZHEN = 'data/submissions/daiyu/2026/20261012-daiyu-menzhen.yaml';
const ADOPTED = 'data/adoptions/2026/20261118-people-menzhen.yaml';

let desk: Desk;
beforeAll(() => {
  desk = deskWith();
});
afterAll(() => desk.remove());

const branch = (name: string): void => {
  git(desk.root, 'checkout', '--quiet', '--force', '-B', name, 'main');
  git(desk.root, 'clean', '--quiet', '-d', '--force');
};

const review = (...options: string[]) => run('review', '--root', desk.root, '--as-of', '2026-11-20', ...options);

interface Json {
  readonly head: string | null;
  readonly notices: readonly { readonly code: string; readonly zh: string }[];
  readonly items: readonly { readonly records: readonly { readonly file: string; readonly what: string; readonly closed_by: string | null }[] }[];
  readonly findings: { readonly before: number; readonly mended: number; readonly own: readonly object[]; readonly elsewhere: readonly object[] };
  readonly standings: readonly { readonly period: string }[];
  readonly corrections: readonly object[];
  readonly settings: readonly { readonly file: string }[];
}

const reviewJson = async (...options: string[]): Promise<Json> =>
  JSON.parse((await review('--base', 'main', '--format', 'json', ...options)).out) as Json;
const filesOf = ({ items }: Json): string[] => items.flatMap(({ records }) => records.map(({ file, what }) => `${what} ${file}`));

describe('what is compared', () => {
  test('nothing is changed: nothing to complain of, and it says so', async () => {
    branch('nothing');
    const { code, out } = await review('--base', 'main');
    expect(code).toBe(0);
    expect(out).toContain('没有改动记录和办法。');
    expect(out).toContain('No record and no ordinance is changed.');
  });

  test('what is not committed counts, new files too, and is called out; --head looks at a commit alone', async () => {
    branch('open');
    appendFileSync(join(desk.root, KUAIBAN), 'length: 800\n');
    desk.commit('Length');
    appendFileSync(join(desk.root, MENZHEN), 'length: 900\n');
    writeFileSync(placeFor(desk.root, ADOPTED), 'submission: 20261012-daiyu-menzhen\noutlet: 人民网\non: 2026-11-18\n');
    const open = await reviewJson();
    expect(open.head).toBeNull();
    expect(filesOf(open).sort()).toEqual([`added ${ADOPTED}`, `changed ${KUAIBAN}`, `changed ${MENZHEN}`].sort());
    expect(open.notices.find(({ code }) => code === 'not-committed')?.zh).toContain('人民网采用');
    const committed = await reviewJson('--head', 'HEAD');
    expect(filesOf(committed)).toEqual([`changed ${KUAIBAN}`]);
    expect(committed.notices.map(({ code }) => code)).toEqual(['of-another-unit']);
    expect(committed.head).toBe(git(desk.root, 'rev-parse', 'HEAD'));
  });

  test('what the main branch has done since is none of the proposal', async () => {
    branch('late');
    appendFileSync(join(desk.root, KUAIBAN), 'length: 800\n');
    desk.commit('Length');
    git(desk.root, 'checkout', '--quiet', 'main');
    appendFileSync(join(desk.root, MENZHEN), 'length: 900\n');
    desk.commit('Meanwhile');
    git(desk.root, 'checkout', '--quiet', 'late');
    expect(filesOf(await reviewJson())).toEqual([`changed ${KUAIBAN}`]);
    git(desk.root, 'branch', '--quiet', '--force', 'main', 'main~1');
  });

  test('a change of look alone says so; findings that were there before are counted', async () => {
    branch('look');
    writeFileSync(join(desk.root, KUAIBAN), readFileSync(join(desk.root, KUAIBAN), 'utf8').replace('form: 综合', '# 体裁\nform: "综合"'));
    desk.commit('Look');
    expect((await review('--base', 'main')).out).toContain('内容没有变，只改了写法、注释或次序。');
    writeFileSync(join(desk.root, KUAIBAN), 'title: 只有标题\n');
    desk.commit('Broken');
    git(desk.root, 'branch', '--quiet', '--force', 'broken');
    git(desk.root, 'revert', '--no-edit', 'HEAD');
    const mended = JSON.parse((await review('--base', 'broken', '--format', 'json')).out) as Json;
    expect(mended.findings).toMatchObject({ before: 2, mended: 2, own: [], elsewhere: [] });
    const { out } = await run('review', '--root', desk.root, '--as-of', '2026-12-31', '--base', 'broken');
    expect(out).toContain('改动之前有 2 项，这次改正了 2 项。');
    // Its only report of the second half-year is back.
    expect(out).toContain('服务中心 恢复资格：县、局的评先评优（2026年下半年，依据 四(二)）');
    const lost = await run('review', '--root', desk.root, '--as-of', '2026-12-31', '--base', 'main', '--head', 'broken');
    expect(lost.out).toContain('服务中心 失去资格：县、局的评先评优（2026年下半年，依据 四(二)）');
    expect(lost.out).toContain('服务中心 2026年11月“每月综合性报道”：1/1 → 0/1，未完成，依据 四(二)');
  });

  test('files beside the records are named, and those that do not belong among them are findings', async () => {
    branch('beside');
    mkdirSync(join(desk.root, '.github'));
    writeFileSync(join(desk.root, '.github/evil.yml'), 'on: push\n');
    writeFileSync(join(desk.root, 'data/新稿.yaml'), 'title: x\n');
    writeFileSync(join(desk.root, 'policies/county-2021.cases.yaml'), 'cases: []\n');
    desk.commit('Beside');
    const found = await reviewJson();
    expect(found.notices.find(({ code }) => code === 'other-files')?.zh).toContain('.github/evil.yml、policies/county-2021.cases.yaml');
    expect(found.findings.own).toMatchObject([{ code: 'source/unknown-file', file: 'data/新稿.yaml' }]);
    git(desk.root, 'mv', 'data/新稿.yaml', 'data/submissions/新稿.yaml');
    expect((await reviewJson('--head', 'HEAD')).findings.own).toMatchObject([{ file: 'data/新稿.yaml' }]);
  });

  test('a root in a sub-folder of its repository', async () => {
    branch('below');
    mkdirSync(join(desk.root, 'office'));
    for (const folder of ['data', 'policies']) renameSync(join(desk.root, folder), join(desk.root, 'office', folder));
    desk.commit('Moved');
    git(desk.root, 'branch', '--quiet', '--force', 'moved');
    appendFileSync(join(desk.root, 'office', KUAIBAN), 'form2: x\n');
    desk.commit('Fault');
    const options = ['--root', join(desk.root, 'office'), '--base', 'moved', '--as-of', '2026-11-20'];
    const { out, code } = await run('review', ...options, '--format', 'gitlab');
    expect(code).toBe(1);
    expect((JSON.parse(out) as { location: { path: string } }[])[0]?.location.path).toBe(`office/${KUAIBAN}`);
  });
});

describe('whose work it is', () => {
  test('whoever makes themselves somebody else in the register is still nobody', async () => {
    branch('mallory');
    writeFileSync(
      join(desk.root, 'data/people.yaml'),
      readFileSync(join(desk.root, 'data/people.yaml'), 'utf8').replace('huang@office.example', 'mallory@evil.example'),
    );
    appendFileSync(join(desk.root, MENZHEN), 'length: 900\n');
    desk.commit('Mine', '马洛里 <mallory@evil.example>');
    expect((await reviewJson()).notices.find(({ code }) => code === 'unknown-author')?.zh).toContain('提交人“马洛里”');
  });

  test('an address that two persons share names both; a change of a merge is the merger’s', async () => {
    const shared = deskWith((root) => {
      const people = join(root, 'data/people.yaml');
      writeFileSync(people, readFileSync(people, 'utf8').replace('huang@office.example', 'lin@office.example'));
    });
    git(shared.root, 'checkout', '--quiet', '-b', 'change');
    appendFileSync(join(shared.root, MENZHEN), 'length: 900\n');
    shared.commit('Which of us', '某人 <lin@office.example>');
    git(shared.root, 'checkout', '--quiet', '-b', 'side', 'main');
    appendFileSync(join(shared.root, KUAIBAN), 'length: 800\n');
    shared.commit('A filing', '周启明 <zhou@office.example>');
    git(shared.root, 'merge', '--quiet', '--no-commit', 'change');
    appendFileSync(join(shared.root, 'data/submissions/bangongshi/2026/20261105-bangongshi-dangjian.yaml'), 'length: 700\n');
    shared.commit('Merged', '路人 <passer-by@elsewhere.example>');
    const { notices } = JSON.parse((await run('review', '--root', shared.root, '--base', 'main', '--format', 'json')).out) as Json;
    expect(notices.map(({ code }) => code).sort()).toEqual(['author-not-clear', 'of-another-unit', 'unknown-author']);
    expect(notices.find(({ code }) => code === 'author-not-clear')?.zh).toContain('林晓岚、黄婉仪');
    expect(notices.find(({ code }) => code === 'unknown-author')?.zh).toContain('《党建引领医保经办提质增效》');
    shared.remove();
  });
});

describe('what was published', () => {
  let issued: Desk;
  beforeAll(async () => {
    issued = deskWith();
    expect(await run('bulletin', '2026-10', '--root', issued.root, '--as-of', '2026-11-02')).toMatchObject({ code: 0 });
    issued.commit('October');
  });
  afterAll(() => issued.remove());
  const options = (): string[] => ['--root', issued.root, '--base', 'main', '--as-of', '2026-11-20'];

  test('a late adoption of October leaves October as it is and corrects it on the first open day', async () => {
    git(issued.root, 'checkout', '--quiet', '-b', 'late');
    writeFileSync(
      placeFor(issued.root, 'data/adoptions/2026/20261020-people-menzhen.yaml'),
      'submission: 20261012-daiyu-menzhen\noutlet: 人民网\non: 2026-10-20\n',
    );
    issued.commit('Late', '黄婉仪 <huang@office.example>');
    const { out } = await run('review', ...options());
    expect(out).toContain('《门诊共济结算覆盖全县乡镇卫生院》被人民网采用：日期在已公布的2026年10月通报之内，公布的数字不会改动。');
    expect(out).toContain('更正：待遇保障股 +15，更正2026年10月的通报，记在 2026-11-01，由下一期通报列出，依据 四(一)5');
    const json = JSON.parse((await run('review', ...options(), '--format', 'json')).out) as Json;
    // 18 for 人民网, 3 published: the quarter and the year move, the month that is closed does not.
    expect(json.corrections).toMatchObject([{ corrects: '2026-10', on: '2026-11-01', unit: 'daiyu', points: '15', clause: '四(一)5' }]);
    expect(json.standings.map(({ period }) => period)).toEqual(['2026-Q4', '2026']);
  });

  test('a closed record that says more and earns no more needs no correction', async () => {
    git(issued.root, 'checkout', '--quiet', '-b', 'more', 'main');
    appendFileSync(join(issued.root, MENZHEN), 'length: 900\n');
    issued.commit('Length', '黄婉仪 <huang@office.example>');
    expect((await run('review', ...options())).out).toContain('得分没有变化，不需要更正。');
  });

  test('to change an issued bulletin is called out; to bring one is to issue it', async () => {
    git(issued.root, 'checkout', '--quiet', '-b', 'forged', 'main');
    const file = join(issued.root, 'data/bulletins/2026-10.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^ {2}title: .*$/m, '  title: 另一份'));
    issued.commit('Forged');
    expect((await run('review', ...options())).out).toContain('修改已签发的2026年10月通报。');
    git(issued.root, 'checkout', '--quiet', '-b', 'before', 'main~1');
    const bringing = await run('review', '--root', issued.root, '--base', 'main~1', '--head', 'main', '--as-of', '2026-11-20');
    expect(bringing.out).toContain('合并就是签发2026年10月的通报');
    git(issued.root, 'checkout', '--quiet', 'main');
  });
});

describe('what decides the points of all', () => {
  test('an ordinance that changes moves everybody, and is called out first', async () => {
    branch('ordinance');
    const file = join(desk.root, 'policies/county-2021.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('table: { 综合: 6, 简讯: 3 }', 'table: { 综合: 2, 简讯: 3 }'));
    desk.commit('Less for the city');
    const { out } = await review('--base', 'main');
    expect(out).toContain('修改办法：《XX县医疗保障局新闻报道工作办法》，1 处。办法决定所有单位的分数，请由办公室核对原文。');
    // 办公室 had 6 for 湛江晚报.
    expect(out).toContain('办公室 -4，第1→第3，依据 四(一)3');
    expect(out).toContain('rules.city.points.table.综合：6 → 2');
  });

  test('without an installation before or after there is nothing to compare', async () => {
    branch('bare');
    rmSync(join(desk.root, 'data/site.yaml'));
    desk.commit('No site');
    const { out, code } = await review('--base', 'main');
    expect(code).toBe(1);
    expect(out).toContain('改动前或改动后没有可用的 data/site.yaml，无法计分比较。');
  });

  test('a register that cannot be read says so, and not that everybody is gone', async () => {
    branch('unreadable');
    writeFileSync(join(desk.root, 'data/outlets.yaml'), 'outlets: [\n');
    desk.commit('Half a file');
    const { out } = await review('--base', 'main');
    expect(out).toMatch(/修改：媒体登记\n\ndata\/outlets.yaml\n\n这个文件现在用不了/);
  });

  test('a day that is still to come counts when it comes', async () => {
    branch('ahead');
    writeFileSync(placeFor(desk.root, ADOPTED), 'submission: 20261012-daiyu-menzhen\noutlet: 人民网\non: 2026-12-18\n');
    desk.commit('Ahead');
    expect((await review('--base', 'main')).out).toContain('日期（2026-12-18）还没有到');
  });
});

describe('why there is nothing to compare with', () => {
  const away = mkdtempSync(join(tmpdir(), 'tongbao-review-away-'));
  afterAll(() => rmSync(away, { recursive: true }));

  test('a name that nobody knows is wrong usage, and says how to fetch it', async () => {
    const { code, err } = await review('--base', 'elsewhere');
    expect(code).toBe(2);
    expect(err).toContain('没有名为“elsewhere”的分支或提交。请用 git fetch 取回,或用 --base 写明,如 --base origin/main。');
    expect((await review('--base', '--upload-pack=x')).code).toBe(2);
    expect((await review('--base', 'main', '--head', 'nowhere')).err).toContain('“nowhere”');
  });

  test('a shallow clone asks for its history', async () => {
    git(away, 'clone', '--quiet', '--depth', '1', `file://${desk.root}`, 'shallow');
    const { code, err } = await run('review', '--root', join(away, 'shallow'), '--base', 'main~1');
    expect(code).toBe(1);
    expect(err).toContain('这里的历史不完整(浅克隆)');
    expect(err).toContain('fetch-depth: 0');
  });

  test('no repository, no commit, no history in common', async () => {
    mkdirSync(join(away, 'plain'));
    expect(await run('review', '--root', join(away, 'plain'))).toMatchObject({ code: 1, err: expect.stringContaining('记录不在 Git 仓库里') });
    git(join(away, 'plain'), 'init', '--quiet');
    expect((await run('review', '--root', join(away, 'plain'))).err).toContain('仓库里还没有提交');
    branch('orphan');
    git(desk.root, 'checkout', '--quiet', '--orphan', 'alone');
    desk.commit('Alone');
    expect((await review('--base', 'main')).err).toContain('与“main”没有共同的历史');
    git(desk.root, 'checkout', '--quiet', '--force', 'main');
  });

  test('a format or a file that is not there is wrong usage', async () => {
    expect((await review('--base', 'main', '--format', 'xml')).code).toBe(2);
    expect((await review('--base', 'main', '--save', 'gitlab')).err).toContain('--save 请写成 格式=文件 的形式');
  });
});

describe('what tools are handed', () => {
  beforeAll(() => {
    branch('main');
    desk.propose('titles-that-want-to-be-more');
    writeFileSync(join(desk.root, KUAIBAN), 'title: 只有标题\n');
    appendFileSync(join(desk.root, MENZHEN), 'extra: x\n');
    desk.commit('Faults');
  });

  test('SARIF that fits its published schema, errors first', async () => {
    const { out } = await review('--base', 'main', '--format', 'sarif');
    const { $schema: _, id: _id, ...schema } = sarifSchema as Record<string, unknown>;
    const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
    const log = JSON.parse(out) as { runs: { results: { level: string; ruleId: string; partialFingerprints: object }[] }[] };
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    const results = log.runs[0]?.results ?? [];
    expect(results.map(({ level }) => level)).toEqual(
      [...results.map(({ level }) => level)].sort((a, b) => 'error warning note'.indexOf(a) - 'error warning note'.indexOf(b)),
    );
    expect(results.map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(['schema/missing-key', 'schema/unknown-key', 'review/unknown-author']),
    );
    expect(new Set(results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints))).size).toBe(results.length);
  });

  test('code quality that GitLab reads: unique fingerprints, known severities, lines', async () => {
    const { out } = await review('--base', 'main', '--format', 'gitlab');
    const validate = new Ajv().compile({
      type: 'array',
      minItems: 3,
      items: {
        type: 'object',
        required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
        properties: {
          severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
          fingerprint: { type: 'string', pattern: '^[0-9a-f]{64}$' },
          location: {
            type: 'object',
            required: ['path', 'lines'],
            properties: {
              path: { type: 'string', pattern: '^[^/].*' },
              lines: { type: 'object', properties: { begin: { type: 'integer', minimum: 1 } } },
            },
          },
        },
      },
    });
    const issues = JSON.parse(out) as { fingerprint: string }[];
    expect(validate(issues), JSON.stringify(validate.errors)).toBe(true);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });

  test('GitHub: annotations on lines, the report in the summary; no line of the log begins with what somebody wrote', async () => {
    const summary = join(desk.root, '.git/summary.md');
    const { out } = await runIn(
      { environment: { GITHUB_STEP_SUMMARY: summary, GITHUB_WORKSPACE: desk.root } },
      ...['review', '--root', desk.root, '--as-of', '2026-11-20', '--base', 'main', '--format', 'github'],
    );
    expect(out).toContain(`::error file=${MENZHEN},line=6`);
    expect(out.split('\n').filter((line) => line.trim().startsWith('::') && !/^::(error|warning) file=data\//.test(line))).toEqual([]);
    expect(readFileSync(summary, 'utf8')).toContain('## 审核报告');
  });

  test('a title shows as it is written: no element, link, picture or mention comes of it, and nothing breaks out', async () => {
    const { out } = await review('--base', 'main', '--format', 'markdown');
    const html = micromark(out, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag));
    expect([...tags].sort()).toEqual(
      ['b', 'blockquote', 'code', 'details', 'h2', 'h3', 'h4', 'li', 'ol', 'p', 'strong', 'summary', 'ul'].filter((tag) => tags.has(tag)),
    );
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toMatch(/@org|#1|:\/\/evil|www\.evil|a@evil|\u202e/);
    expect(html.match(/<details>/g)).toHaveLength(html.match(/<\/details>/g)?.length ?? 0);
  });

  test('likely duplicates are notes beside the title; what is not public elsewhere is told by its code alone', async () => {
    branch('beside-duplicates');
    desk.propose('an-important-item-filed-for-another-unit');
    const { out } = await review('--base', 'main', '--format', 'gitlab');
    expect(JSON.parse(out)).toMatchObject([
      { check_name: 'review/likely-duplicate', severity: 'info', location: { path: 'data/submissions/daiyu/2026/20261119-daiyu-kuaiban.yaml' } },
      { check_name: 'review/of-another-unit' },
    ]);
    desk.propose('registers-and-settings');
    // 黄婉仪 is not of the filing unit any more: one of her filings is public, the other is not.
    const told = (await review('--base', 'main', '--public', '--format', 'markdown')).out;
    expect(told).toContain('20261012-daiyu-menzhen.yaml:3</code> 撰稿人“黄婉仪”登记在“服务中心”');
    expect(told).toContain('<code>data/submissions/daiyu/2026/…</code> 这条记录的内容不公开，问题（ledger/author-of-another-unit）');
    expect(told).not.toContain('xiansuo');
  });

  test('a report that is too long for a comment says less, step by step, and says so', () => {
    branch('many');
    for (let index = 0; index < 30; index++) {
      const text = `title: 第${index}篇\nunit: 待遇保障股\non: 2026-11-01\nform: 简讯\n`;
      writeFileSync(placeFor(desk.root, `data/submissions/daiyu/2026/20261101-daiyu-n${index}.yaml`), text);
    }
    desk.commit('Many', '黄婉仪 <huang@office.example>');
    const ends = endsOf(desk.root, 'main', null);
    if (!('ends' in ends)) throw new Error('no ends');
    const { before, after, proposal, asOf, textOf } = compareEnds(ends.ends, Date.now(), () => '2026-11-20' as Day);
    const found = reviewOf(before, after, proposal, asOf, 'of-the-repository');
    const reviewed = { review: found, before, after, base: { named: 'main', commit: ends.ends.base }, textOf };
    const whole = reportMarkdown(reviewed);
    expect(whole).not.toContain('这里不再列出');
    const cards = (text: string): number[] => text.split('<details><summary>English').map((half) => half.match(/^#### /gm)?.length ?? 0);
    expect(cards(whole)).toEqual([30, 30]);
    const shorter = reportMarkdown(reviewed, whole.length - 1);
    expect(cards(shorter)).toEqual([30, 0]);
    const some = reportMarkdown(reviewed, shorter.length - 1);
    expect(cards(some)).toEqual([20, 0]);
    expect(some).toContain('还有 10 项，这里不再列出。');
    expect(cards(reportMarkdown(reviewed, 2500))).toEqual([0, 0]);
    const least = reportMarkdown(reviewed, 400);
    expect(least.length).toBeLessThan(460);
    expect(least).toContain('新增报送 30 条');
    expect(reportMarkdown(reviewed, 1000)).toContain('### 得分和名次');
  });
});
