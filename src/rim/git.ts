/** `git` as a child process: no shell, no settings of a person's own that change what it prints, no lock left behind. */
import { spawnSync } from 'node:child_process';

/** Why Git tells nothing. `refused` has Git's own words: an owner that it does not trust, a broken repository. */
export type GitFault = { readonly code: 'no-git' } | { readonly code: 'no-repository' } | { readonly code: 'refused'; readonly detail: string };

export type Answer = { readonly out: Buffer } | { readonly fault: GitFault };

/** A year of a province's records at once; Node's own limit is a megabyte. */
const MOST = 2 ** 30;

/** What a hook or another Git in the environment would make of our question: each of these points away from `root`. */
const FOREIGN = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR', 'GIT_OBJECT_DIRECTORY', 'GIT_NAMESPACE'];

/** Replaced objects and grafts are not seen: what is proved is what was committed. */
const OURS = { LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_NO_REPLACE_OBJECTS: '1', GIT_TERMINAL_PROMPT: '0' };

const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.includes(name))),
  ...OURS,
});

/** Runs `git` in `root`. What goes wrong is a value. `more` is put into its environment. */
export function git(root: string, args: readonly string[], input = '', more: Readonly<Record<string, string>> = {}): Answer {
  const { error, status, stdout, stderr } = spawnSync('git', args, { cwd: root, env: { ...environment(), ...more }, input, maxBuffer: MOST });
  if (error !== undefined)
    return { fault: (error as NodeJS.ErrnoException).code === 'ENOENT' ? { code: 'no-git' } : { code: 'refused', detail: error.message } };
  return status === 0 ? { out: stdout } : { fault: faultIn(stderr.toString('utf8').trim()) };
}

const faultIn = (told: string): GitFault => (/not a git repository/i.test(told) ? { code: 'no-repository' } : { code: 'refused', detail: told });

/** The fields of an answer that ends each with a NUL. */
export function fieldsOf(out: Buffer): string[] {
  const fields = out.toString('utf8').split('\0');
  if (fields.at(-1) === '') fields.pop();
  return fields;
}
