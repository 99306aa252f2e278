/** Pull requests by the REST API that GitHub and Gitea share. */
import { apiRefuses, apiUnreachable } from '../../words/proposal.ts';
import { withoutSecrets } from './clone.ts';
import type { Host } from './host.ts';
import { Unable } from './unable.ts';

type Api = Extract<Host, { kind: 'github' | 'gitea' }>;

export interface Wish {
  readonly branch: string;
  readonly main: string;
  readonly title: string;
  readonly body: string;
}

export interface Opened {
  readonly state: 'opened' | 'renewed' | 'unchanged';
  readonly url: string;
}

interface Pull {
  readonly number: number;
  readonly html_url: string;
  readonly title: string;
  readonly body: string | null;
  readonly head: { readonly ref: string; readonly repo?: { readonly full_name?: string } | null };
}

/** Opens the pull request of a branch; where one is open, its title and our part of its text are brought up to date. */
export async function openPull(host: Api, { branch, main, title, body }: Wish): Promise<Opened> {
  const open = await openPullOf(host, branch);
  if (open === null) {
    const { html_url: url } = await call<Pull>(host, 'POST', '/pulls', { title, body: marked(body), head: branch, base: main });
    return { state: 'opened', url };
  }
  const next = { title, body: renewed(open.body ?? '', body) };
  if (next.title === open.title && next.body === textOf(open.body)) return { state: 'unchanged', url: open.html_url };
  await call(host, 'PATCH', `/pulls/${open.number}`, next);
  return { state: 'renewed', url: open.html_url };
}

/** Pages of both hosts: GitHub names their size per_page, Gitea limit. Fifty pages of fifty are more than any office has open. */
async function openPullOf(host: Api, branch: string): Promise<Pull | null> {
  for (let page = 1; page <= 50; page++) {
    const pulls = await call<readonly Pull[]>(host, 'GET', `/pulls?state=open&per_page=50&limit=50&page=${page}`);
    const found = pulls.find(({ head }) => head.ref === branch && isOurs(head, host));
    if (found || pulls.length === 0) return found ?? null;
  }
  return null;
}

/** A fork may have a branch of the same name. */
const isOurs = ({ repo }: Pull['head'], { repository }: Api): boolean =>
  repo?.full_name === undefined || repo.full_name.toLowerCase() === repository.toLowerCase();

const [BEGIN, END] = ['<!-- tongbao -->', '<!-- /tongbao -->'];
/** Our part of the text, so that what people write before and after it stays. */
const marked = (body: string): string => `${BEGIN}\n${body.trim()}\n${END}\n`;

function renewed(old: string, body: string): string {
  const text = textOf(old);
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  return begin < 0 || end < begin ? marked(body) : text.slice(0, begin) + marked(body).trimEnd() + text.slice(end + END.length);
}

/** Hosts may give back what was sent with other ends of lines. */
const textOf = (body: string | null): string => (body ?? '').replaceAll('\r\n', '\n');

const LIMIT_MS = 30_000;

export async function call<T>(host: Api, method: string, way: string, content?: unknown): Promise<T> {
  const response = await answered(host, method, way, content);
  const text = await response.text();
  if (!response.ok) throw new Unable(apiRefuses(host.kind, response.status, withoutSecrets(messageIn(text), host.token)));
  // What was only to be done is answered with nothing.
  return (text === '' ? null : JSON.parse(text)) as T;
}

/** A token is sent to the API of the host and nowhere else: redirects are not followed. */
async function answered({ api, repository, token, kind }: Api, method: string, way: string, content?: unknown): Promise<Response> {
  try {
    return await fetch(`${api}/repos/${repository}${way}`, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(LIMIT_MS),
      headers: {
        accept: 'application/json',
        'user-agent': 'tongbao',
        ...(token === null ? {} : { authorization: `${kind === 'github' ? 'Bearer' : 'token'} ${token}` }),
        ...(content === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    });
  } catch (error) {
    throw new Unable(apiUnreachable(kind, withoutSecrets(reasonOf(error), token)));
  }
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}

/** What the host says about it, in few words; a page of HTML says nothing. */
function messageIn(text: string): string {
  try {
    const { message = '', errors } = JSON.parse(text) as { message?: string; errors?: unknown };
    return [message, errors === undefined ? '' : JSON.stringify(errors)]
      .filter((part) => part !== '')
      .join(' ')
      .slice(0, 500);
  } catch {
    return '';
  }
}
