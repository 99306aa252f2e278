/** A host of one's own: a bare repository as origin, clones of it, and an HTTP server that answers like the API of GitHub or Gitea. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const CLERK = {
  GIT_AUTHOR_NAME: '林晓岚',
  GIT_AUTHOR_EMAIL: 'lin@example.org',
  GIT_COMMITTER_NAME: '林晓岚',
  GIT_COMMITTER_EMAIL: 'lin@example.org',
};

/** Git without the settings of whoever runs the tests. */
export const QUIET = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };

export const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', args, { cwd: folder, encoding: 'utf8', env: { ...QUIET, ...CLERK }, stdio: ['ignore', 'pipe', 'pipe'] }).trimEnd();

export interface Origin {
  readonly folder: string;
  /** The bare repository. */
  readonly origin: string;
  /** Where somebody works. */
  readonly desk: string;
  /** A fresh checkout of the main branch, as a runner has it. */
  readonly checkout: () => string;
  /** The options of the pushes that had some. */
  readonly pushOptions: () => string[];
  readonly remove: () => void;
}

/** Records the options of each push. */
const HOOK = `#!/bin/sh
i=0
while [ "$i" -lt "\${GIT_PUSH_OPTION_COUNT:-0}" ]; do eval "printf '%s\\n' \\"\\$GIT_PUSH_OPTION_$i\\"" >> push-options; i=$((i + 1)); done
cat > /dev/null
`;

/** An origin whose main branch has what `fill` writes. */
export function originWith(fill: (folder: string) => void): Origin {
  const folder = mkdtempSync(join(tmpdir(), 'tongbao-forge-'));
  const [origin, desk] = [join(folder, 'office/tongbao.git'), join(folder, 'desk')];
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', origin);
  git(origin, 'config', 'receive.advertisePushOptions', 'true');
  mkdirSync(join(origin, 'hooks'), { recursive: true });
  writeFileSync(join(origin, 'hooks/pre-receive'), HOOK);
  chmodSync(join(origin, 'hooks/pre-receive'), 0o755);
  git(folder, 'clone', '--quiet', origin, desk);
  fill(desk);
  save(desk, 'The records');
  let checkouts = 0;
  return {
    folder,
    origin,
    desk,
    checkout: () => {
      checkouts += 1;
      const place = join(folder, `checkout-${checkouts}`);
      git(folder, 'clone', '--quiet', origin, place);
      return place;
    },
    pushOptions: () => linesOf(join(origin, 'push-options')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n');
  } catch {
    return [];
  }
}

/** Commits everything at a desk and pushes it. */
export function save(desk: string, message: string, branch = 'main'): void {
  git(desk, 'add', '--all');
  git(desk, 'commit', '--quiet', '--message', message);
  git(desk, 'push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`);
}

export function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** Approves a branch as a host does: a merge commit on the main branch. */
export function merge(desk: string, branch: string): void {
  git(desk, 'fetch', '--quiet', 'origin');
  git(desk, 'checkout', '--quiet', '-B', 'main', 'origin/main');
  git(desk, 'merge', '--quiet', '--no-ff', '--message', `Merge ${branch}`, `origin/${branch}`);
  git(desk, 'push', '--quiet', 'origin', 'main');
}

/** Somebody edits a file on a branch of the origin. */
export function editOn(desk: string, branch: string, file: string, edit: (text: string) => string): void {
  git(desk, 'fetch', '--quiet', 'origin');
  git(desk, 'checkout', '--quiet', '-B', 'editing', `origin/${branch}`);
  write(desk, file, edit(readFileSync(join(desk, file), 'utf8')));
  save(desk, 'The office edits', branch);
  git(desk, 'checkout', '--quiet', '-B', 'main', 'origin/main');
}

export const show = (origin: string, branch: string, file: string): string => git(origin, 'show', `${branch}:${file}`);
export const filesOf = (origin: string, branch: string, folder: string): string[] =>
  git(origin, 'ls-tree', '-r', '--name-only', branch, '--', folder)
    .split('\n')
    .filter((file) => file !== '');
export const subjects = (origin: string, range: string): string[] =>
  git(origin, 'log', '--reverse', '--format=%s', range)
    .split('\n')
    .filter((line) => line !== '');
export const branches = (origin: string): string[] => git(origin, 'for-each-ref', '--format=%(refname:short)', 'refs/heads').split('\n');

export interface Pull {
  number: number;
  html_url: string;
  title: string;
  body: string;
  state: 'open' | 'closed';
  head: { ref: string };
  base: { ref: string };
}

export interface Api {
  /** Its address, to be given as GITHUB_API_URL. */
  readonly url: string;
  readonly pulls: Pull[];
  /** The texts of the comments of pull request 7. */
  readonly comments: string[];
  /** Method, way and Authorization of every call. */
  readonly calls: { method: string; way: string; authorization: string | undefined }[];
  /** What it answers with instead, once set. */
  refuse: { status: number; body: string } | null;
  readonly close: () => Promise<void>;
}

const REPOSITORY = '/repos/office/tongbao';

/** An API with pull requests. It holds what it was sent, as both hosts do. */
export async function apiServer(): Promise<Api> {
  const api: Omit<Api, 'url' | 'close'> = { pulls: [], comments: [], calls: [], refuse: null };
  const server = createServer(async (request, response) => {
    const way = request.url ?? '';
    api.calls.push({ method: request.method ?? '', way, authorization: request.headers.authorization });
    const { status, content } = answer(api, request.method ?? '', way, await bodyOf(request));
    response.writeHead(status, { 'content-type': 'application/json' }).end(content);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
  return Object.assign(api, { url, close: () => new Promise<void>((closed) => server.close(() => closed())) });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}

function answer(api: Omit<Api, 'url' | 'close'>, method: string, path: string, body: string): { status: number; content: string } {
  if (api.refuse) return { status: api.refuse.status, content: api.refuse.body };
  const way = path.replace(/^\/api\/v1/, '');
  if (way.startsWith(`${REPOSITORY}/issues/`)) return answerComments(api, method, way, body);
  if (!way.startsWith(`${REPOSITORY}/pulls`)) return { status: 404, content: '{"message":"Not Found"}' };
  const sent = body === '' ? {} : (JSON.parse(body) as Record<string, string>);
  if (method === 'POST') {
    const number = api.pulls.length + 1;
    const { title = '', body: text = '', head = '', base = '' } = sent;
    const pull: Pull = {
      number,
      html_url: `http://host/pulls/${number}`,
      title,
      body: text,
      state: 'open',
      head: { ref: head },
      base: { ref: base },
    };
    api.pulls.push(pull);
    return { status: 201, content: JSON.stringify(pull) };
  }
  if (method === 'PATCH') {
    const pull = api.pulls.find(({ number }) => way.endsWith(`/pulls/${number}`));
    if (pull) Object.assign(pull, sent);
    return pull ? { status: 200, content: JSON.stringify(pull) } : { status: 404, content: '{}' };
  }
  const page = Number(new URL(`http://host${way}`).searchParams.get('page'));
  return { status: 200, content: JSON.stringify(page > 1 ? [] : api.pulls.filter(({ state }) => state === 'open')) };
}

function answerComments({ comments }: Pick<Api, 'comments'>, method: string, way: string, body: string): { status: number; content: string } {
  if (method === 'GET') return { status: 200, content: JSON.stringify(comments.map((text, id) => ({ id, body: text }))) };
  const { body: text } = JSON.parse(body) as { body: string };
  const id = /\/issues\/comments\/(\d+)$/.exec(way)?.[1];
  comments[id === undefined ? comments.length : Number(id)] = text;
  return { status: 200, content: '{}' };
}
