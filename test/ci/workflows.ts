/** The workflows as they stand in the repository, read into what a runner makes of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const ROOT = join(import.meta.dirname, '../..');

export interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly id?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly 'timeout-minutes'?: number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly on: {
    readonly schedule?: readonly { readonly cron: string }[];
    readonly workflow_dispatch?: { readonly inputs: Readonly<Record<string, { readonly type: string; readonly default: string }>> };
  };
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': boolean | string };
  readonly env?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** `.github/workflows/site.yml` and its sisters: path → text. */
export const WORKFLOWS: ReadonlyMap<string, string> = new Map(
  ['.github', '.gitea'].flatMap((host) =>
    readdirSync(join(ROOT, host, 'workflows')).map((name) => {
      const path = `${host}/workflows/${name}`;
      return [path, readFileSync(join(ROOT, path), 'utf8')] as const;
    }),
  ),
);

export const workflow = (path: string): Workflow => parse(WORKFLOWS.get(path) ?? '') as Workflow;

export const stepsOf = ({ jobs }: Workflow): Step[] => Object.values(jobs).flatMap(({ steps }) => [...steps]);

export interface GitLabJob {
  readonly stage?: string;
  readonly extends?: string;
  readonly before_script?: readonly string[];
  readonly script?: readonly string[];
  readonly timeout?: string;
  readonly resource_group?: string;
  readonly rules?: readonly { readonly if?: string }[];
}

export interface GitLab {
  readonly jobs: Readonly<Record<string, GitLabJob>>;
  readonly variables: Readonly<Record<string, string | { readonly value: string; readonly description: string }>>;
  readonly before_script: readonly string[];
}

const KEYS = ['variables', 'workflow', 'stages', 'default'];

/** `.gitlab-ci.yml`, with every job that `extends` another in full. */
export function gitLab(): GitLab {
  const {
    variables,
    default: common,
    ...rest
  } = parse(readFileSync(join(ROOT, '.gitlab-ci.yml'), 'utf8')) as Record<string, GitLabJob> & {
    variables: GitLab['variables'];
    default: { before_script: string[] };
  };
  const named = Object.entries(rest as Record<string, GitLabJob>).filter(([name]) => !KEYS.includes(name));
  const all = Object.fromEntries(named);
  const jobs = named.filter(([name]) => !name.startsWith('.')).map(([name, job]) => [name, { ...all[job.extends ?? ''], ...job }] as const);
  return { jobs: Object.fromEntries(jobs), variables, before_script: common.before_script };
}
