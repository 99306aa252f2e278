/** CODEOWNERS in the place and the pattern language of each host. */
import type { Owned, Owners } from '../filing/owners.ts';

export const HOSTS = ['github', 'gitlab', 'gitea', 'gitee'] as const;
export type Host = (typeof HOSTS)[number];

/** Where a host looks, relative to the top of the repository; the first is where we write, those after it are read before it. */
export const PLACES: Readonly<Record<Host, { readonly own: string; readonly before: readonly string[] }>> = {
  github: { own: '.github/CODEOWNERS', before: [] },
  gitlab: { own: '.gitlab/CODEOWNERS', before: ['CODEOWNERS', 'docs/CODEOWNERS'] },
  gitea: { own: '.gitea/CODEOWNERS', before: ['CODEOWNERS', 'docs/CODEOWNERS'] },
  gitee: { own: '.gitee/CODEOWNERS', before: ['CODEOWNERS'] },
};

/** `prefix`: the way from the top of the repository to the root, with a slash at its end; empty where they are the same. */
export function codeowners({ office, units }: Owners, host: Host, prefix = ''): string {
  const lines = office.length === 0 && units.length === 0 ? [] : WRITERS[host]({ office, units, prefix });
  return `${HEAD}${lines.map((line) => `${line}\n`).join('')}`;
}

const HEAD = `# 由 tongbao codeowners 根据 data/people.yaml 和 data/units.yaml 生成,请勿手改;人员变动后运行 npm run owners -- --write。
# Made by tongbao codeowners out of data/people.yaml and data/units.yaml: do not edit; run npm run owners -- --write when people change.

`;

interface Written extends Pick<Owners, 'office' | 'units'> {
  readonly prefix: string;
}

const called = (users: readonly string[]): string => users.map((user) => `@${user}`).join(' ');

/** Blanks and signs that mean something to these languages; ids of units have none, folders above the root may. */
const globEscaped = (path: string): string => path.replace(/[\\\s#*?[\]!]/g, (sign) => `\\${sign}`);

const folderOf = ({ unit }: Owned, prefix: string): string => `${prefix}data/submissions/${unit.id}/`;

/** The last pattern that matches decides. */
const gitignoreLike = ({ office, units, prefix }: Written): string[] => [
  ...(office.length === 0 ? [] : [`* ${called(office)}`]),
  ...units.map((owned) => `/${globEscaped(folderOf(owned, prefix))} ${called(owned.users)}`),
];

/** Every section asks for an approval of its own: the unit's for what it files, and the office's, as the chains of ordinances have it. */
const inSections = ({ office, units, prefix }: Written): string[] => [
  ...(office.length === 0 ? [] : ['[办公室 Office]', `* ${called(office)}`, '']),
  ...(units.length === 0 ? [] : ['[单位审核 Units]']),
  ...units.map((owned) => `/${globEscaped(folderOf(owned, prefix))} ${called(owned.users)}`),
];

/** A regular expression of Go, and a sign of the file's own before each of its backslashes. */
const goEscaped = (path: string): string =>
  path
    .replace(/[.+*?()|[\]{}^$\\]/g, '\\$&')
    .replace(/\\/g, '\\\\')
    .replace(/[\s#]/g, '\\$&');

/** Gitea asks the owners of every line that matches, so the office has what lies in no folder of the others: a line that begins with `!`. */
function regularExpressions({ office, units, prefix }: Written): string[] {
  const ids = units.map(({ unit }) => unit.id).join('|');
  const rest = units.length === 0 ? '.*' : `!${goEscaped(`${prefix}data/submissions/`)}(${ids})/.*`;
  return [
    ...(office.length === 0 ? [] : [`${rest} ${called(office)}`]),
    ...units.map((owned) => `${goEscaped(folderOf(owned, prefix))}.* ${called(owned.users)}`),
  ];
}

const WRITERS: Readonly<Record<Host, (written: Written) => string[]>> = {
  github: gitignoreLike,
  gitee: gitignoreLike,
  gitlab: inSections,
  gitea: regularExpressions,
};
