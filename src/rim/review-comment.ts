/** The report as one comment on the pull request that is being reviewed: put there by the first run, replaced by the next. */
import { MARK } from '../export/review/report.ts';
import type { Host } from './proposal/host.ts';
import { call } from './proposal/pulls.ts';
import { Unable } from './proposal/unable.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Api = Extract<Host, { kind: 'github' | 'gitea' }>;

interface Comment {
  readonly id: number;
  readonly body: string;
}

/** The number of the pull request that a pipeline runs for; null where it runs for none. */
export const pullIn = ({ GITHUB_REF = '' }: Environment): string | null => /^refs\/pull\/(\d+)\//.exec(GITHUB_REF)?.[1] ?? null;

/** Puts `body` where our comment stands, or as a new one. With nothing to say nothing new is put there. */
export async function commentOn(host: Api, pull: string, body: string, isNews: boolean): Promise<'posted' | 'renewed' | 'unchanged'> {
  const old = await ownComment(host, pull);
  if (old !== null && textOf(old.body) === body.trim()) return 'unchanged';
  if (old !== null && (await isReplaced(host, old, body))) return 'renewed';
  if (old === null && !isNews) return 'unchanged';
  await call(host, 'POST', `/issues/${pull}/comments`, { body });
  return 'posted';
}

/** Pages of both hosts: GitHub names their size per_page, Gitea limit; Gitea gives all comments on every page. */
async function ownComment(host: Api, pull: string): Promise<Comment | null> {
  const seen = new Set<number>();
  for (let page = 1; page <= 30; page++) {
    const comments = await call<readonly Comment[]>(host, 'GET', `/issues/${pull}/comments?per_page=100&limit=100&page=${page}`);
    const found = comments.find(({ body }) => body.startsWith(MARK));
    if (found !== undefined || comments.every(({ id }) => seen.has(id))) return found ?? null;
    for (const { id } of comments) seen.add(id);
  }
  return null;
}

/** One that begins like ours and is somebody else's stays as it is. */
async function isReplaced(host: Api, { id }: Comment, body: string): Promise<boolean> {
  try {
    await call(host, 'PATCH', `/issues/comments/${id}`, { body });
    return true;
  } catch (error) {
    if (error instanceof Unable) return false;
    throw error;
  }
}

/** Hosts may give back what was sent with other ends of lines. */
const textOf = (body: string): string => body.replaceAll('\r\n', '\n').trim();
