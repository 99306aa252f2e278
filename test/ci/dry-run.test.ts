/** The workflows, run as their hosts run them: from the push to the site, from the first of the month to the signed bulletin. */
import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../cli/terminal.ts';
import { closeRobots, robotThat } from '../rig/robot.ts';
import { type Api, apiServer, branches, editOn, filesOf, git, merge, type Origin, originWith, save, show, subjects, write } from './forge.ts';
import { type Event, type Run, runActions, runGitLab } from './runner.ts';
import { ROOT } from './workflows.ts';

/** A small office from July to September 2026, with the program beside its records, as an installation has it. */
async function office(): Promise<Origin> {
  const forge = originWith((desk) => {
    for (const name of ['package.json', '.gitignore', '.gitlab-ci.yml', '.github', '.gitea'])
      cpSync(join(ROOT, name), join(desk, name), { recursive: true });
    // A link, so that every fresh clone runs the very files that Node has compiled before.
    symlinkSync(join(ROOT, 'src'), join(desk, 'src'));
    write(desk, 'README.md', 'Our office\n');
  });
  const ledger = join(forge.folder, 'ledger');
  const options = ['--units', '4', '--months', '3', '--per-month', '6', '--seed', '1', '--as-of', '2026-09-30'];
  expect(await run('demo', ...options, '--out', ledger)).toMatchObject({ code: 0 });
  cpSync(ledger, forge.desk, { recursive: true });
  write(forge.desk, 'data/bulletins.yaml', 'issues: [month, quarter]\nfirst: 2026-07\n');
  save(forge.desk, 'Our records');
  return forge;
}

/** An adoption of August, which somebody turns out to have entered by mistake. */
const adoptionOfAugust = (desk: string): string => {
  const folder = join(desk, 'data/adoptions/2026');
  return join(folder, readdirSync(folder).find((name) => readFileSync(join(folder, name), 'utf8').includes('on: 2026-08')) ?? '');
};

const AUGUST = '2026-08-01T01:17:00Z';
const OCTOBER = '2026-10-01T01:17:00Z';
const file = (key: string): string => `data/bulletins/${key}.yaml`;
const OCTOBERS = ['2026-07', '2026-08', '2026-09', '2026-Q3'].map(file);

interface Host {
  readonly name: string;
  /** Runs a workflow: site, bulletin or remind. */
  readonly run: (workflow: 'site' | 'bulletin' | 'remind', forge: Origin, event: Event) => Promise<Run>;
  /** How often a pull request was asked for, and the last title. */
  readonly asked: (forge: Origin, api: Api) => { times: number; title: string };
}

const ACTIONS = ['.github', '.gitea'].map(
  (folder): Host => ({
    name: folder,
    run: (name, forge, event) => runActions(`${folder}/workflows/${name}.yml`, forge, event),
    asked: (_, { pulls }) => ({ times: pulls.length, title: pulls.at(-1)?.title ?? '' }),
  }),
);

const GITLAB: Host = {
  name: '.gitlab-ci.yml',
  run: (name, forge, { inputs = {}, ...event }) => {
    const task = event.name === 'push' ? 'site' : name;
    const { period = '', day = '' } = inputs;
    return runGitLab(forge, { ...event, inputs: { TONGBAO_TASK: task, PERIOD: period, DAY: day } });
  },
  asked: (forge) => {
    const titles = forge.pushOptions().filter((option) => option.startsWith('merge_request.title='));
    return { times: new Set(titles).size, title: titles.at(-1)?.replace('merge_request.title=', '') ?? '' };
  },
};

describe.each([...ACTIONS, GITLAB])('a quarter at $name', ({ run: runOf, asked }) => {
  let forge: Origin;
  let api: Api;
  beforeAll(async () => {
    forge = await office();
    api = await apiServer();
  }, 120_000);
  afterAll(async () => {
    forge.remove();
    await api.close();
  });
  const propose = (now: string, more: Partial<Event> = {}): Promise<Run> =>
    runOf('bulletin', forge, { name: 'schedule', now, api: api.url, ...more });
  const tip = (branch: string): string => git(forge.origin, 'rev-parse', branch);

  test('on the first of August July is proposed; a second run changes nothing', async () => {
    const first = await propose(AUGUST);
    expect(first.log).toContain('新分支 bulletin/2026-07');
    expect(first.commands).toContain('npm run bulletin:propose -- ');
    expect(asked(forge, api)).toEqual({ times: 1, title: '签发通报：2026年7月（Bulletin 2026-07）' });
    const before = tip('bulletin/2026-07');
    expect((await propose(AUGUST)).log).toContain('The branch bulletin/2026-07 is up to date.');
    expect({ tip: tip('bulletin/2026-07'), ...asked(forge, api) }).toMatchObject({ tip: before, times: 1 });
  });

  test('merged, it is issued; run by hand with its period, nothing is proposed again', async () => {
    merge(forge.desk, 'bulletin/2026-07');
    const { jobs, log } = await propose(AUGUST, { name: 'workflow_dispatch', inputs: { period: '2026-07' } });
    expect(Object.values(jobs)).toContain('success');
    expect(log).toContain('There is no bulletin to propose.');
  });

  test('September was missed: in October two months and the quarter are caught up with, one commit each', async () => {
    await propose(OCTOBER);
    expect(subjects(forge.origin, 'main..bulletin/2026-Q3').map((subject) => subject.split('  ')[0])).toEqual([
      '通报 2026年8月',
      '通报 2026年9月',
      '通报 2026年第三季度',
    ]);
    expect(filesOf(forge.origin, 'bulletin/2026-Q3', 'data/bulletins')).toEqual(OCTOBERS);
    expect(asked(forge, api)).toEqual({ times: 2, title: '签发通报：2026年8月、2026年9月、2026年第三季度（Bulletin 2026-08, 2026-09, 2026-Q3）' });
  });

  test('the office edits a text on the branch, and what rests on it is made to rest on it again', async () => {
    editOn(forge.desk, 'bulletin/2026-Q3', file('2026-08'), (text) => text.replace(/^ {2}title: .*$/m, '  title: 关于八月份信息工作的通报'));
    const renewed = await propose(OCTOBER, { name: 'push', branch: 'bulletin/2026-Q3' });
    expect(renewed.log).toContain('renewed the branch bulletin/2026-Q3');
  });

  test('a record is deleted on the main branch: the proposal is renewed and keeps the text', async () => {
    rmSync(adoptionOfAugust(forge.desk));
    save(forge.desk, 'It was never printed');
    const before = show(forge.origin, 'bulletin/2026-Q3', file('2026-08'));
    await propose(OCTOBER, { name: 'push' });
    const text = show(forge.origin, 'bulletin/2026-Q3', file('2026-08'));
    expect(text).not.toBe(before);
    expect(text).toContain('title: 关于八月份信息工作的通报');
    expect((await propose(OCTOBER, { name: 'push' })).log).toContain('is up to date');
  });

  test('merged, the branch is checked and verified, and the site is published', async () => {
    merge(forge.desk, 'bulletin/2026-Q3');
    const { jobs, commands, log } = await runOf('site', forge, { name: 'push', now: OCTOBER });
    expect(
      Object.entries(jobs).filter(([name, state]) => state !== 'success' && name !== 'review'),
      log,
    ).toEqual([]);
    for (const command of ['npm run cases', 'npm run verify', 'npm test']) expect(commands).toContain(command);
    expect((await propose(OCTOBER)).log).toContain('There is no bulletin to propose.');
    expect(filesOf(forge.origin, 'main', 'data/bulletins')).toEqual(OCTOBERS);
  });

  test('reminders of a day stand in the log, without a robot', async () => {
    const { jobs, log } = await runOf('remind', forge, { name: 'workflow_dispatch', now: OCTOBER, inputs: { day: '2026-09-30' } });
    expect(jobs).toEqual({ remind: 'success' });
    expect(log).toMatch(/提醒|待办|到期/);
  });

  test('with a robot each is posted once, whichever run comes second', async () => {
    const robot = await robotThat(() => ({ body: '{"errcode":0}' }));
    const event: Event = {
      name: 'schedule',
      now: '2026-09-29T00:17:00Z',
      secrets: { TONGBAO_WEBHOOK: robot.address, TONGBAO_WEBHOOK_KIND: 'wecom' },
    };
    expect((await runOf('remind', forge, event)).jobs).toEqual({ remind: 'success' });
    const posted = robot.requests.length;
    expect(posted).toBeGreaterThan(0);
    await runOf('remind', forge, event);
    expect(robot.requests).toHaveLength(posted);
    expect(branches(forge.origin)).toContain('tongbao-reminders');
    await closeRobots();
  });
});

describe('where the site goes', () => {
  let forge: Origin;
  beforeAll(async () => {
    forge = await office();
  }, 120_000);
  afterAll(() => forge.remove());
  const now = OCTOBER;
  const passed = ['check'];

  test('GitHub: to Pages, under the path that Pages says, from the main branch alone', async () => {
    const { commands } = await runActions('.github/workflows/site.yml', forge, { name: 'push', now, passed });
    expect(commands).toContain('uploaded: the site at /tongbao, run build --');
    expect(commands.at(-1)).toBe('actions/deploy-pages@v4');
    git(forge.desk, 'push', '--quiet', 'origin', 'HEAD:refs/heads/elsewhere');
    const { jobs } = await runActions('.github/workflows/site.yml', forge, { name: 'push', branch: 'elsewhere', now, passed });
    expect(jobs).toEqual({ check: 'success', review: 'skipped', test: 'success', build: 'success', publish: 'skipped' });
  });

  test('a pull request is reviewed in a comment; that of a fork in the log alone, and a merge request in its artefacts', async () => {
    const titled = readdirSync(join(forge.desk, 'data/submissions'), { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.yaml'));
    git(forge.desk, 'checkout', '--quiet', '-b', 'fix');
    appendFileSync(join(forge.desk, 'data/submissions', titled ?? ''), 'length: 900\n');
    save(forge.desk, 'Length', 'fix');
    git(forge.desk, 'checkout', '--quiet', 'main');
    const api = await apiServer();
    for (const host of ['.gitea', '.github']) {
      api.comments.length = 0;
      const pull = (more: Partial<Event> = {}): Promise<Run> =>
        runActions(`${host}/workflows/site.yml`, forge, {
          name: 'pull_request',
          branch: 'fix',
          now,
          api: api.url,
          passed: ['check', 'build', 'test'],
          ...more,
        });
      const { jobs, log } = await pull();
      expect(jobs.review, log).toBe('success');
      expect(api.comments).toEqual([expect.stringMatching(/^<!-- tongbao-review -->\n## 审核报告/)]);
      if (host === '.gitea') continue;
      Object.assign(api, { refuse: { status: 403, body: '{"message":"Resource not accessible by integration"}' } });
      const forked = await pull({ fork: true });
      expect(forked.jobs.review).toBe('success');
      expect(forked.log).toContain('没有贴上评论');
    }
    await api.close();
    const { jobs, commands } = await runGitLab(forge, { name: 'push', branch: 'fix', now });
    expect(jobs.review).toBe('success');
    expect(commands.find((command) => command.startsWith('npm run review'))).toBe(
      'npm run review -- --public --save gitlab=codequality.json --save markdown=review.md',
    );
  });

  test('GitHub: a pull request of our own branch was checked when it was pushed', async () => {
    const { jobs } = await runActions('.github/workflows/site.yml', forge, { name: 'pull_request', now, passed: ['review'] });
    expect(jobs).toEqual({ check: 'skipped', review: 'success', test: 'skipped', build: 'skipped', publish: 'skipped' });
  });

  test('Gitea: to a branch that holds the site alone', async () => {
    await runActions('.gitea/workflows/site.yml', forge, { name: 'push', now, passed, vars: { TONGBAO_BASE: '/xinxi/' } });
    expect(filesOf(forge.origin, 'pages', '.')).toEqual(['index.html']);
    expect(show(forge.origin, 'pages', 'index.html')).toBe('the site at /xinxi/, run build --');
    expect(subjects(forge.origin, 'pages')).toHaveLength(1);
  });

  test('by hand, as of a day; without tests and without publishing, where that is switched off', async () => {
    const off = { TONGBAO_TEST: 'off', TONGBAO_PAGES: 'off' };
    for (const host of ['.github', '.gitea']) {
      const { commands } = await runActions(`${host}/workflows/site.yml`, forge, {
        name: 'workflow_dispatch',
        now,
        passed,
        inputs: { day: '2026-09-30' },
        vars: off,
      });
      expect(commands).toContain('npm run build -- --as-of 2026-09-30');
      expect(commands.filter((command) => /npm test|deploy|upload/.test(command))).toEqual([]);
    }
    const { commands, jobs } = await runGitLab(forge, { name: 'workflow_dispatch', now, inputs: { DAY: '2026-09-30' }, vars: off });
    expect(commands).toContain('npm run build -- --as-of 2026-09-30');
    expect(Object.keys(jobs)).not.toContain('pages');
  });

  test('a fault in the records stops it before anything is published', async () => {
    write(forge.desk, 'data/adoptions/2026/20260901-nobody.yaml', 'submission: nobody\noutlet: nowhere\non: 2026-09-01\n');
    save(forge.desk, 'A fault');
    const { jobs, log } = await runActions('.github/workflows/site.yml', forge, { name: 'push', now });
    expect(jobs).toEqual({ check: 'failure', review: 'skipped', test: 'skipped', build: 'skipped', publish: 'skipped' });
    expect(log).toContain('::error file=data/adoptions/2026/20260901-nobody.yaml');
    expect((await runGitLab(forge, { name: 'push', now })).jobs.check).toBe('failure');
    expect(branches(forge.origin)).not.toContain('bulletin/2026-09');
  });
});
