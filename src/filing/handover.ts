/**
 * 交出: how a new file gets from a page to the office without Git: the host's own page for new files, already filled in, or an e-mail.
 * Every value is encoded; what comes out of the address is the file, byte for byte.
 */
import type { Site } from '../model/records.ts';

export type Repository = NonNullable<Site['repository']>;

/** What is handed over, and what it is called: 报送《…》. */
export interface Parcel {
  readonly file: string;
  readonly text: string;
  readonly title: string;
}

export type NewFileLink =
  | { readonly state: 'ready'; readonly href: string }
  | { readonly state: 'too-long'; readonly length: number; readonly limit: number }
  /** The host has no such page. */
  | { readonly state: 'none' };

/**
 * How long an address may be. All three hosts are reached through nginx or something like it, which takes a request line of 8 kB (`large_client_header_buffers`)
 * and answers longer ones with 414; GitHub documents that answer. A little is left for the method, for what a proxy adds, and for GitLab's Puma.
 */
export const LINK_LIMITS = { github: 8000, gitlab: 8000, gitea: 8000 } as const;

/** Browsers hand a mailto: address to Windows, which takes 2,048 signs; some mail programs cut it without a word. */
export const MAIL_LIMIT = 2000;

/** The page of the repository's host on which the file stands ready to be proposed on a branch of its own. */
export function newFileLink(repository: Repository, parcel: Parcel): NewFileLink {
  const { host } = repository;
  if (host === 'gitee') return { state: 'none' };
  const href = ADDRESSES[host](`${repository.url.replace(/\/+$/, '')}`, encodedPath(repository.branch), parcel);
  const limit = LINK_LIMITS[host];
  return href.length > limit ? { state: 'too-long', length: href.length, limit } : { state: 'ready', href };
}

/**
 * GitHub: `filename` (the path too) and `value`; `quick_pull` chooses a new branch with a pull request. GitLab: `file_name`, `content`, `commit_message` and
 * `branch_name`, which being new makes a merge request; releases since 2025 leave the editor empty all the same (gitlab-org/gitlab#594214), so that the page
 * also copies the text. Gitea: GitHub's names under `_new`; it offers a branch itself, and only that to whoever may not write.
 */
const ADDRESSES: Readonly<Record<keyof typeof LINK_LIMITS, (base: string, branch: string, parcel: Parcel) => string>> = {
  github: (base, branch, { file, text }) => `${base}/new/${branch}?${query({ filename: file, value: text, quick_pull: '1' })}`,
  gitlab: (base, branch, { file, text, title }) =>
    `${base}/-/new/${branch}?${query({ file_name: file, content: text, commit_message: title, branch_name: branchFor(file) })}`,
  gitea: (base, branch, { file, text }) => `${base}/_new/${branch}/?${query({ filename: file, value: text })}`,
};

/** A branch of its own for the file: file/submissions-20260302-jianguan-1a2b3c. */
export const branchFor = (file: string): string => `file/${file.split('/')[1] ?? 'record'}-${file.replace(/^.*\/|\.yaml$/g, '')}`;

const encodedPath = (path: string): string => path.split('/').map(encoded).join('/');

const query = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([key, value]) => `${key}=${encoded(value)}`)
    .join('&');

/** Half a character cannot be encoded; it is none that anybody wrote. What `encodeURIComponent` leaves (!'()*) some proxies and mail programs do not. */
const encoded = (value: string): string =>
  encodeURIComponent(value.toWellFormed()).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** A mail to the office. The text goes along only where the address then stays short enough; null where the office has named no address. */
export function mailAddress(office: string | null, subject: string, body: string): { readonly href: string; readonly whole: boolean } | null {
  if (office === null) return null;
  const to = `mailto:${encodeURIComponent(office).replace('%40', '@')}?subject=${encoded(subject)}`;
  const full = `${to}&body=${encoded(body.replace(/\r?\n/g, '\r\n'))}`;
  return full.length <= MAIL_LIMIT ? { href: full, whole: true } : { href: to, whole: false };
}
