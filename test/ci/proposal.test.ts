/** Proposing bulletins to a real repository on disk, with bulletins that are simple enough to foresee: each counts the records of its month. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import type { Made } from '../../src/rim/bulletins.ts';
import type { Make } from '../../src/rim/proposal/branch.ts';
import { type Proposing, propose } from '../../src/rim/proposal/propose.ts';
import { Unable } from '../../src/rim/proposal/unable.ts';
import { type Api, apiServer, branches, editOn, filesOf, git, merge, type Origin, originWith, save, show, subjects, write } from './forge.ts';

const period = (key: string): Period => parsePeriod(key) as Period;
const fileOf = (key: string): string => `data/bulletins/${key}.yaml`;
const count = (root: string, key: string): number => readdirSync(join(root, 'data/records')).filter((name) => name.startsWith(key)).length;

/** What a bulletin of a month says: its document, the records of the month, and the text that it rests on. */
function textOf(root: string, key: string, before: string | undefined): string {
  const rests = before === undefined ? '' : `rests_on: ${JSON.stringify(readFileSync(join(root, fileOf(before)), 'utf8'))}\n`;
  return `period: ${key}\ndocument:\n  title: 通报 ${key}\n  issued: ${key}-28\npublished:\n  filed: ${count(root, key)}\n${rests}`;
}

/** Bulletins of these months are due, one after another, unless they lie there already. */
const monthly =
  (...keys: string[]): Make =>
  (root, wanted) => {
    const made: Made[] = [];
    for (const [index, key] of keys.entries()) {
      const asked = wanted === null || wanted.key === key;
      const before = keys[index - 1];
      if (!asked || existsSync(join(root, fileOf(key)))) continue;
      const rests = before !== undefined && existsSync(join(root, fileOf(before))) ? before : undefined;
      made.push({ period: period(key), file: fileOf(key), text: textOf(root, key, rests), doubts: [] });
    }
    return { made, refused: [] };
  };

let forge: Origin;
let api: Api;
let told: string[];
beforeEach(async () => {
  forge = originWith((desk) => {
    for (const record of ['2026-08-a', '2026-09-a', '2026-09-b', '2026-10-a']) write(desk, `data/records/${record}.yaml`, `title: ${record}\n`);
  });
  api = await apiServer();
  told = [];
});
afterEach(async () => {
  forge.remove();
  await api.close();
});

const inActions = (more: Record<string, string> = {}): Record<string, string> => ({
  GITHUB_ACTIONS: 'true',
  GITHUB_API_URL: api.url,
  GITHUB_REPOSITORY: 'office/tongbao',
  GITHUB_TOKEN: 'secret-token',
  ...more,
});

const run = (make: Make, more: Partial<Proposing> = {}) =>
  propose({
    root: forge.checkout(),
    repository: null,
    wish: { period: null, renew: false },
    environment: inActions(),
    make,
    describe: (_root, bulletins) =>
      bulletins.map(({ period: of, file, text }) => ({ period: of, file, markdown: `# ${text.split('\n')[2]}`, readiness: [] })),
    tell: ({ zh, en }) => told.push(`${zh} ${en}`),
    ...more,
  });

test('a bulletin that is due gets a branch with one commit and a pull request', async () => {
  const { branch, state } = await run(monthly('2026-09'));
  expect({ branch, state }).toEqual({ branch: 'bulletin/2026-09', state: 'new' });
  expect(subjects(forge.origin, 'main..bulletin/2026-09')).toEqual(['通报 2026年9月  Bulletin of September 2026']);
  expect(show(forge.origin, 'bulletin/2026-09', fileOf('2026-09'))).toContain('filed: 2');
  expect(api.pulls).toMatchObject([{ head: { ref: 'bulletin/2026-09' }, base: { ref: 'main' }, title: '签发通报：2026年9月（Bulletin 2026-09）' }]);
  expect(api.pulls[0]?.body).toContain('title: 通报 2026-09');
  expect(api.calls.every(({ authorization }) => authorization === 'Bearer secret-token')).toBe(true);
});

test('missed months are caught up with on one branch, named after the last, one commit each, the later resting on the earlier', async () => {
  await run(monthly('2026-08', '2026-09', '2026-10'));
  expect(branches(forge.origin)).toEqual(['bulletin/2026-10', 'main']);
  expect(subjects(forge.origin, 'main..bulletin/2026-10')).toHaveLength(3);
  expect(show(forge.origin, 'bulletin/2026-10', fileOf('2026-10'))).toContain('rests_on: "period: 2026-09');
});

test('run twice, the second time changes nothing', async () => {
  await run(monthly('2026-09'));
  const [before, calls] = [git(forge.origin, 'rev-parse', 'bulletin/2026-09'), api.calls.length];
  const { state } = await run(monthly('2026-09'));
  expect(state).toBe('unchanged');
  expect(git(forge.origin, 'rev-parse', 'bulletin/2026-09')).toBe(before);
  expect(api.calls.slice(calls).map(({ method }) => method)).toEqual(['GET']);
  expect(api.pulls).toHaveLength(1);
});

test('records that change meanwhile renew the branch, and what the office wrote stays, in its own words', async () => {
  await run(monthly('2026-09'));
  editOn(forge.desk, 'bulletin/2026-09', fileOf('2026-09'), (text) =>
    text.replace('  title: 通报 2026-09\n', '  title: 关于九月的通报 # 已与主任核对\n  requirements: |\n    一是及时报送。\n\n    二是先审后报。\n'),
  );
  write(forge.desk, 'data/records/2026-09-late.yaml', 'title: late\n');
  save(forge.desk, 'A late record');
  const { state } = await run(monthly('2026-09'));
  expect(state).toBe('renewed');
  const text = show(forge.origin, 'bulletin/2026-09', fileOf('2026-09'));
  expect(text).toContain('filed: 3');
  expect(text).toContain('title: 关于九月的通报 # 已与主任核对');
  expect(text).toContain('    一是及时报送。\n\n    二是先审后报。\n');
  expect(git(forge.origin, 'log', '--format=%s', 'bulletin/2026-09').split('\n')).toContain('The office edits');
  expect(api.pulls).toHaveLength(1);
});

test('however often it is renewed, and wherever the texts of the program change, what the office changed stays and nothing else', async () => {
  const make =
    (title: string): Make =>
    (root, wanted) => {
      const { made, refused } = monthly('2026-09')(root, wanted);
      return {
        refused,
        made: made.map((one) => ({ ...one, text: one.text.replace('  title: 通报 2026-09', `  title: 通报 2026-09\n  office: ${title}`) })),
      };
    };
  await run(make('甲办'));
  editOn(forge.desk, 'bulletin/2026-09', fileOf('2026-09'), (text) => text.replace('title: 通报 2026-09', 'title: 关于九月的通报'));
  for (const [index, office] of ['甲办', '乙办', '丙办'].entries()) {
    write(forge.desk, `data/records/2026-09-late-${index}.yaml`, 'title: late\n');
    save(forge.desk, 'A late record');
    await run(make(office));
    const text = show(forge.origin, 'bulletin/2026-09', fileOf('2026-09'));
    expect(text).toContain(`document:\n  title: 关于九月的通报\n  office: ${office}\n  issued: 2026-09-28\npublished:\n  filed: ${3 + index}`);
  }
});

test('an edit by the office alone is no reason to renew', async () => {
  await run(monthly('2026-09'));
  editOn(forge.desk, 'bulletin/2026-09', fileOf('2026-09'), (text) => text.replace('通报 2026-09', '关于九月的通报'));
  expect((await run(monthly('2026-09'))).state).toBe('unchanged');
});

test('figures that somebody edited on the branch are made right again', async () => {
  await run(monthly('2026-09'));
  editOn(forge.desk, 'bulletin/2026-09', fileOf('2026-09'), (text) => text.replace('filed: 2', 'filed: 99'));
  expect((await run(monthly('2026-09'))).state).toBe('renewed');
  expect(show(forge.origin, 'bulletin/2026-09', fileOf('2026-09'))).toContain('filed: 2');
});

test('a proposal that is still open takes the next month in, so that there are never two side by side', async () => {
  await run(monthly('2026-09'));
  editOn(forge.desk, 'bulletin/2026-09', fileOf('2026-09'), (text) => text.replace('通报 2026-09', '关于九月的通报'));
  const { branch, state } = await run(monthly('2026-09', '2026-10'));
  expect({ branch, state }).toEqual({ branch: 'bulletin/2026-09', state: 'renewed' });
  expect(branches(forge.origin)).toEqual(['bulletin/2026-09', 'main']);
  expect(show(forge.origin, branch as string, fileOf('2026-10'))).toContain('关于九月的通报');
  expect(api.pulls.map(({ title }) => title)).toEqual(['签发通报：2026年9月、2026年10月（Bulletin 2026-09, 2026-10）']);
});

test('to renew is to make again what is proposed and not merged, and nothing else', async () => {
  const renewing = { wish: { period: null, renew: true } };
  expect(await run(monthly('2026-08', '2026-09'), renewing)).toMatchObject({ branch: null, state: 'nothing' });
  await run(monthly('2026-08', '2026-09'));
  expect((await run(monthly('2026-08', '2026-09', '2026-10'), renewing)).state).toBe('unchanged');
  editOn(forge.desk, 'bulletin/2026-09', fileOf('2026-08'), (text) => text.replace('通报 2026-08', '关于八月的通报'));
  expect((await run(monthly('2026-08', '2026-09', '2026-10'), renewing)).state).toBe('renewed');
  expect(show(forge.origin, 'bulletin/2026-09', fileOf('2026-09'))).toContain('关于八月的通报');
  expect(filesOf(forge.origin, 'bulletin/2026-09', 'data/bulletins')).toEqual([fileOf('2026-08'), fileOf('2026-09')]);
});

test('a merged bulletin is issued: nothing is due, and the next one gets a branch of its own', async () => {
  await run(monthly('2026-09'));
  merge(forge.desk, 'bulletin/2026-09');
  expect(await run(monthly('2026-09'))).toMatchObject({ branch: null, state: 'nothing' });
  const next = await run(monthly('2026-09', '2026-10'));
  expect(next.branch).toBe('bulletin/2026-10');
  expect(subjects(forge.origin, 'main..bulletin/2026-10')).toHaveLength(1);
});

test('a bulletin issued by hand meanwhile stays as it was issued', async () => {
  await run(monthly('2026-08', '2026-09'));
  write(forge.desk, fileOf('2026-08'), 'period: 2026-08\ndocument:\n  title: 手工签发\npublished:\n  filed: 1\n');
  save(forge.desk, 'August, by hand');
  await run(monthly('2026-08', '2026-09'));
  expect(show(forge.origin, 'bulletin/2026-09', fileOf('2026-08'))).toContain('手工签发');
  expect(show(forge.origin, 'bulletin/2026-09', fileOf('2026-09'))).toContain('手工签发');
});

test('a record mended on the branch counts there; one in conflict with the main branch is left to a person', async () => {
  await run(monthly('2026-09'));
  editOn(forge.desk, 'bulletin/2026-09', 'data/records/2026-09-a.yaml', () => 'title: mended on the branch\n');
  write(forge.desk, 'data/records/2026-09-a.yaml', 'title: mended on main\n');
  save(forge.desk, 'Mended otherwise');
  await expect(run(monthly('2026-09'))).rejects.toThrow('in conflict about data/records/2026-09-a.yaml');
});

test('a refused bulletin stops it and those after it; those before are proposed', async () => {
  const doubts = [{ code: 'errors', count: 1 }] as const;
  const make: Make = (root, wanted) => ({
    made: monthly('2026-08')(root, wanted).made,
    refused: wanted === null || wanted.key === '2026-09' ? [{ period: period('2026-09'), doubts }] : [],
  });
  const { refused } = await run(make);
  expect(refused).toEqual([{ period: period('2026-09'), doubts }]);
  expect(filesOf(forge.origin, 'bulletin/2026-08', 'data/bulletins')).toEqual([fileOf('2026-08')]);
});

test('what was proposed and is refused now stays as it was', async () => {
  await run(monthly('2026-09'));
  const refusing: Make = (root, wanted) =>
    wanted === null ? monthly('2026-09')(root, wanted) : { made: [], refused: [{ period: wanted, doubts: [] }] };
  expect(await run(refusing)).toMatchObject({ state: 'unchanged', refused: [{ period: { key: '2026-09' } }] });
  expect(show(forge.origin, 'bulletin/2026-09', fileOf('2026-09'))).toContain('filed: 2');
});

test('the user’s own work tree, index and branch are as before', async () => {
  const root = forge.checkout();
  const temporary = join(forge.folder, 'temporary');
  mkdirSync(temporary);
  vi.stubEnv('TMPDIR', temporary);
  write(root, 'data/records/2026-09-draft.yaml', 'title: not committed\n');
  git(root, 'checkout', '--quiet', '-b', 'my-work');
  git(root, 'add', '--all');
  await run(monthly('2026-09'), { root });
  expect(git(root, 'status', '--porcelain', '--branch')).toBe('## my-work\nA  data/records/2026-09-draft.yaml');
  expect(git(root, 'worktree', 'list').split('\n')).toHaveLength(1);
  expect(show(forge.origin, 'bulletin/2026-09', fileOf('2026-09'))).toContain('filed: 2');
  vi.unstubAllEnvs();
  expect(readdirSync(temporary)).toEqual([]);
});

test('a pull request that was closed is opened again when it is asked for; a text of one’s own around ours stays', async () => {
  await run(monthly('2026-09'));
  const [pull] = api.pulls;
  if (pull) pull.body = `请张主任看。\r\n\r\n${pull.body.replaceAll('\n', '\r\n')}\r\n已核对。`;
  write(forge.desk, 'data/records/2026-09-late.yaml', 'title: late\n');
  save(forge.desk, 'A late record');
  await run(monthly('2026-09'), { describe: (_, made) => made.map((one) => ({ ...one, markdown: 'renewed text', readiness: [] })) });
  expect(pull?.body).toMatch(/^请张主任看。\n\n<!-- tongbao -->.*renewed text.*<!-- \/tongbao -->\n\n已核对。$/s);
  if (pull) pull.state = 'closed';
  await run(monthly('2026-09'));
  expect(api.pulls.map(({ state }) => state)).toEqual(['closed', 'open']);
});

test('Gitea is asked as Gitea, though it says GITHUB_ACTIONS too', async () => {
  await run(monthly('2026-09'), { environment: inActions({ GITEA_ACTIONS: 'true', TONGBAO_TOKEN: 'own-token' }) });
  expect(api.pulls).toHaveLength(1);
  expect(api.calls[0]).toEqual({
    method: 'GET',
    way: '/api/v1/repos/office/tongbao/pulls?state=open&per_page=50&limit=50&page=1',
    authorization: 'token own-token',
  });
});

test('GitLab opens the merge request by push options, each on one line', async () => {
  await run(monthly('2026-09'), { environment: { GITLAB_CI: 'true', CI_DEFAULT_BRANCH: 'main' } });
  const [create, target, title, description] = forge.pushOptions();
  expect([create, target, title]).toEqual([
    'merge_request.create',
    'merge_request.target=main',
    'merge_request.title=签发通报：2026年9月（Bulletin 2026-09）',
  ]);
  expect(description).toMatch(/^merge_request\.description=\*\*怎样签发\*\*\\n\\n1\. /);
  expect(api.calls).toEqual([]);
});

test('where the remote takes no push options, or the host is another, a person is told what to do', async () => {
  git(forge.origin, 'config', 'receive.advertisePushOptions', 'false');
  await run(monthly('2026-09'), { environment: { GITLAB_CI: 'true' } });
  expect(told.join('\n')).toContain('请在网页上从分支 bulletin/2026-09 向 main 开合并请求');
  told = [];
  const gitee = { host: 'gitee', url: 'https://gitee.com/office/tongbao', branch: 'main' } as const;
  await run(monthly('2026-09', '2026-10'), { environment: {}, repository: gitee });
  expect(told.join('\n')).toContain('Open the pull request from bulletin/2026-09 into main');
});

test('without a token nothing is asked of the API, and it says so', async () => {
  await run(monthly('2026-09'), { environment: inActions({ GITHUB_TOKEN: '' }) });
  expect(api.calls).toEqual([]);
  expect(told.join('\n')).toContain('There is no token for GitHub');
});

test.each([
  [
    403,
    '{"message":"Resource not accessible with secret-token"}',
    /GitHub refused the request \(403\): Resource not accessible with \*\*\*\. Check what the token may do/,
  ],
  [401, '<html>', /GitHub refused the request \(401\)\. The token is not valid/],
  [422, '{"message":"Validation Failed","errors":[{"field":"head"}]}', /\(422\): Validation Failed \[\{"field":"head"\}\]/],
])('what the API refuses with %i is told in both languages, without the token', async (status, body, en) => {
  api.refuse = { status, body };
  const error = await run(monthly('2026-09')).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Unable);
  expect((error as Unable).said.en).toMatch(en);
  expect((error as Unable).said.zh).toContain(`GitHub 拒绝了请求(${status})`);
  expect(JSON.stringify((error as Unable).said)).not.toContain('secret-token');
});

test('an API that cannot be reached is told; the branch is pushed all the same', async () => {
  await expect(run(monthly('2026-09'), { environment: inActions({ GITHUB_API_URL: 'http://127.0.0.1:9/' }) })).rejects.toThrow('cannot be reached');
  expect(branches(forge.origin)).toContain('bulletin/2026-09');
});

test('a shallow checkout is made whole, and a period of one’s own gets a name that Git takes', async () => {
  const shallow = join(forge.folder, 'shallow');
  git(forge.folder, 'clone', '--quiet', '--depth=1', `file://${forge.origin}`, shallow);
  const make: Make = () => ({
    made: [{ period: period('2026-07-01..2026-10-09'), file: fileOf('2026-07-01..2026-10-09'), text: 'period: x\n', doubts: [] }],
    refused: [],
  });
  const { branch } = await run(make, { root: shallow, wish: { period: period('2026-07-01..2026-10-09'), renew: false } });
  expect(branch).toBe('bulletin/2026-07-01-to-2026-10-09');
  expect(git(shallow, 'rev-parse', '--is-shallow-repository')).toBe('false');
});

test('outside a repository, or without an origin, Git’s own words are told', async () => {
  await expect(run(monthly('2026-09'), { root: tmpdir() })).rejects.toThrow(Unable);
  const lonely = join(forge.folder, 'lonely');
  git(forge.folder, 'clone', '--quiet', forge.origin, lonely);
  git(lonely, 'remote', 'remove', 'origin');
  await expect(run(monthly('2026-09'), { root: lonely })).rejects.toThrow(/git fetch failed/);
});
