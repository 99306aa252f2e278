/**
 * Runners of one's own. For GitHub and Gitea: jobs in their order, each in a fresh workspace, expressions evaluated by GitHub's own evaluator, every
 * `run` in bash. For GitLab: gitlab-ci-local, which knows its rules. `npm ci`, `npm test` and `npm run build` are played; any other script of package.json
 * runs, without half a second of npm before each.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { git, type Origin, QUIET } from './forge.ts';
import { type Job, ROOT, type Step, workflow } from './workflows.ts';

/** What a run is given from outside. */
export interface Event {
  readonly name: 'push' | 'pull_request' | 'schedule' | 'workflow_dispatch';
  /** The branch that it runs on; main unless given. */
  readonly branch?: string;
  /** Whether a pull request, number 7 into main, comes from a fork. */
  readonly fork?: true;
  /** The day and hour: 2026-10-01T01:17:00Z */
  readonly now: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  /** The address of the API. */
  readonly api?: string;
  /** Jobs that are taken to have passed, to save time. */
  readonly passed?: readonly string[];
}

export interface Run {
  readonly jobs: Readonly<Record<string, 'success' | 'failure' | 'skipped'>>;
  /** `npm ci`, `npm run check` …, and the actions, in their order. */
  readonly commands: readonly string[];
  readonly log: string;
}

const SHIM = `#!/bin/sh
printf 'npm %s\\n' "$*" >> "$COMMANDS"
case "$1 $2" in
  'ci ') ln -sfn '${ROOT}/node_modules' node_modules ;;
  'test ') ;;
  'run build') mkdir -p dist && printf 'the site at %s, %s\\n' "$TONGBAO_BASE" "$*" > dist/index.html ;;
  'run '*)
    script=$(sed -n "s/^ *\\"$2\\": \\"\\(.*\\)\\",*$/\\1/p" package.json)
    [ -n "$script" ] || { echo "npm error Missing script: $2" >&2; exit 1; }
    shift 2
    [ "$1" = -- ] && shift
    eval "exec $script \\"\\$@\\"" ;;
  *) echo "npm $* is not played" >&2; exit 1 ;;
esac
`;

interface Machine {
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly commands: () => string[];
  readonly note: (command: string) => void;
}

/** A machine with a clock, an `npm` that writes down what it is asked, and nobody's settings: these tests run on real runners too. */
function machine(forge: Origin, now: string): Machine {
  const folder = mkdtempSync(join(forge.folder, 'machine-'));
  const [programs, log, home] = ['programs', 'commands', 'home'].map((name) => join(folder, name)) as [string, string, string];
  for (const one of [programs, home]) mkdirSync(one);
  writeFileSync(join(programs, 'npm'), SHIM);
  chmodSync(join(programs, 'npm'), 0o755);
  writeFileSync(log, '');
  const paths = (process.env.PATH ?? '').split(delimiter);
  const own = Object.fromEntries(
    Object.entries(QUIET).filter(([key]) => !/^(GITHUB|GITEA|GITLAB|CI|TONGBAO|GIT)(_|$)/.test(key) || key.startsWith('GIT_CONFIG_')),
  );
  return {
    folder,
    commands: () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
    note: (command) => writeFileSync(log, `${command}\n`, { flag: 'a' }),
    environment: {
      ...own,
      PATH: [programs, ...paths].join(delimiter),
      COMMANDS: log,
      HOME: home,
      CI: 'true',
      NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'clock.mjs'))}`,
      TONGBAO_TEST_NOW: now,
    },
  };
}

type Contexts = Readonly<Record<string, unknown>>;

/** An expression, as GitHub understands it. */
function evaluate(expression: string, contexts: Contexts): string {
  const { tokens } = new Lexer(expression).lex();
  const tree = new Parser(tokens, Object.keys(contexts), []).parse();
  const dictionary = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  return new Evaluator(tree, dictionary).evaluate().coerceString();
}

const holds = (condition: string | undefined, contexts: Contexts): boolean =>
  condition === undefined || evaluate(`(${condition}) && 'yes' || ''`, contexts) === 'yes';

const filled = (texts: Readonly<Record<string, string>> = {}, contexts: Contexts): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => evaluate(expression, contexts))]),
  );

/** Runs a workflow of GitHub (`.github/workflows/…`) or Gitea (`.gitea/workflows/…`). */
export async function runActions(path: string, forge: Origin, event: Event): Promise<Run> {
  const host = machine(forge, event.now);
  const { jobs, env } = workflow(path);
  const contexts = contextsOf(forge, event);
  const states: Record<string, Run['jobs'][string]> = {};
  let log = '';
  for (const [name, job] of Object.entries(jobs)) {
    if (event.passed?.includes(name)) {
      states[name] = 'success';
      continue;
    }
    const needs = [job.needs ?? []].flat();
    const goesOn = needs.every((need) => states[need] === 'success') && holds(job.if, contexts);
    const ended = goesOn ? await runJob(job, { path, forge, host, contexts, environment: filled(env, contexts) }) : null;
    states[name] = ended?.state ?? 'skipped';
    log += ended?.log ?? '';
  }
  return { jobs: states, commands: host.commands(), log };
}

function contextsOf(forge: Origin, { name, branch = 'main', fork, inputs = {}, secrets = {}, vars = {}, api = '' }: Event): Contexts {
  const repository = 'office/tongbao';
  const isPull = name === 'pull_request';
  if (isPull) git(forge.origin, 'update-ref', 'refs/pull/7/merge', branch);
  const github = {
    event_name: name,
    ref: isPull ? 'refs/pull/7/merge' : `refs/heads/${branch}`,
    ref_name: isPull ? '7/merge' : branch,
    base_ref: isPull ? 'main' : '',
    sha: git(forge.origin, 'rev-parse', branch),
    repository,
    token: 'secret-token',
    server_url: `file://${forge.folder}`,
    api_url: api,
    event: { repository: { default_branch: 'main' }, pull_request: { head: { repo: { full_name: fork ? 'somebody/tongbao' : repository } } } },
  };
  return { github, inputs, secrets, vars, steps: {} };
}

interface Scene {
  readonly path: string;
  readonly forge: Origin;
  readonly host: Machine;
  readonly contexts: Contexts;
  readonly environment: Readonly<Record<string, string>>;
}

async function runJob(job: Job, scene: Scene): Promise<{ state: 'success' | 'failure'; log: string }> {
  const workspace = mkdtempSync(join(scene.host.folder, 'workspace-'));
  const steps: Record<string, unknown> = {};
  let log = '';
  for (const step of job.steps) {
    const contexts = { ...scene.contexts, steps };
    const goesOn = holds(step.if, contexts);
    const ended = goesOn ? await runStep(step, workspace, { ...scene, contexts }) : { code: 0, log: '', outputs: {} };
    if (step.id !== undefined) steps[step.id] = { outcome: goesOn ? 'success' : 'skipped', outputs: ended.outputs };
    log += ended.log;
    if (ended.code !== 0) return { state: 'failure', log };
  }
  return { state: 'success', log };
}

interface Ended {
  readonly code: number;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
}

function runStep(step: Step, workspace: string, { path, forge, host, contexts, environment }: Scene): Promise<Ended> {
  if (step.uses !== undefined) return Promise.resolve(play(step, workspace, forge, host, contexts));
  const { github } = contexts as { github: Record<string, string> };
  const given = {
    GITHUB_ACTIONS: 'true',
    ...(path.startsWith('.gitea') ? { GITEA_ACTIONS: 'true' } : {}),
    GITHUB_WORKSPACE: workspace,
    GITHUB_SERVER_URL: github.server_url,
    GITHUB_API_URL: github.api_url,
    GITHUB_REPOSITORY: github.repository,
    GITHUB_REF: github.ref,
    GITHUB_BASE_REF: github.base_ref,
    GITHUB_SHA: github.sha,
  };
  return shell(step.run ?? '', workspace, { ...host.environment, ...given, ...environment, ...filled(step.env, contexts) });
}

/** What the actions that we use do, as far as it matters. */
function play({ uses = '' }: Step, workspace: string, forge: Origin, host: Machine, contexts: Contexts): Ended {
  const { github } = contexts as { github: Record<string, string> };
  host.note(uses);
  if (uses.startsWith('actions/checkout@')) {
    git(workspace, 'clone', '--quiet', '--no-checkout', forge.origin, '.');
    git(workspace, 'checkout', '--quiet', '--detach', github.sha ?? '');
  }
  if (uses.startsWith('actions/upload-pages-artifact@')) host.note(`uploaded: ${readFileSync(join(workspace, 'dist/index.html'), 'utf8').trim()}`);
  return { code: 0, log: '', outputs: uses.startsWith('actions/configure-pages@') ? { base_path: '/tongbao' } : {} };
}

const shell = (script: string, folder: string, environment: NodeJS.ProcessEnv): Promise<Ended> =>
  ended('bash', ['-e', '-o', 'pipefail', '-c', script], folder, environment);

function ended(program: string, args: readonly string[], folder: string, environment: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        log += text;
      });
    child.on('close', (code) => resolve({ code: code ?? 1, log, outputs: {} }));
  });
}

/** Runs a pipeline of GitLab: the jobs that its rules choose. */
export async function runGitLab(forge: Origin, { branch = 'main', now, inputs = {}, vars = {}, secrets = {} }: Event): Promise<Run> {
  const host = machine(forge, now);
  const workspace = mkdtempSync(join(host.folder, 'workspace-'));
  git(workspace, 'clone', '--quiet', '--branch', branch, forge.origin, '.');
  const variables = { GITLAB_CI: 'true', CI_PAGES_URL: 'https://office.example.org/tongbao', ...vars, ...secrets, ...inputs };
  const given = Object.entries(variables).flatMap(([name, value]) => ['--variable', `${name}=${value}`]);
  const program = join(ROOT, 'node_modules/gitlab-ci-local/dist/index.js');
  const { NODE_OPTIONS: _, ...environment } = host.environment;
  const told = await ended(
    process.execPath,
    [program, '--force-shell-executor', '--no-color', '--no-evaluate-rule-changes', ...given, ...CLOCK(host)],
    workspace,
    environment,
  );
  return { jobs: statesIn(told.log), commands: host.commands(), log: told.log };
}

const CLOCK = ({ environment: { NODE_OPTIONS = '', TONGBAO_TEST_NOW = '' } }: Machine): string[] => [
  '--variable',
  `NODE_OPTIONS=${NODE_OPTIONS}`,
  '--variable',
  `TONGBAO_TEST_NOW=${TONGBAO_TEST_NOW}`,
];

/** ` PASS  check`, ` FAIL  test` at the end of what gitlab-ci-local says. */
const statesIn = (log: string): Run['jobs'] =>
  Object.fromEntries(
    [...log.matchAll(/^ (PASS|FAIL) +(\S+)/gm)].map(([, state, name]) => [name as string, state === 'PASS' ? 'success' : 'failure'] as const),
  );
