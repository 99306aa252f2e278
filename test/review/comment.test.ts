/** The report as one comment on the pull request: put there once, replaced afterwards, and no fault where the host does not take it. */
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { git } from '../ci/forge.ts';
import { runIn } from '../cli/terminal.ts';
import { type Desk, deskWith } from './desk.ts';

interface Comment {
  readonly id: number;
  body: string;
}

/** GitHub and Gitea alike: comments of pull request 7, and whether they may be written. */
const host = { comments: [] as Comment[], mayWrite: true, mayChange: true, asked: [] as string[] };
const server = createServer((request, response) => {
  let text = '';
  request.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  request.on('end', () => {
    const [way, method] = [request.url ?? '', request.method ?? ''];
    host.asked.push(`${method} ${way.split('?')[0]} ${request.headers.authorization}`);
    const answer = (status: number, content: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
    };
    const page = Number(new URL(`http://host${way}`).searchParams.get('page'));
    if (method === 'GET') return answer(200, page > 1 ? [] : host.comments);
    if (!host.mayWrite || (method === 'PATCH' && !host.mayChange)) return answer(403, { message: 'Resource not accessible by integration' });
    const { body } = JSON.parse(text) as { body: string };
    const old = host.comments.find(({ id }) => way.endsWith(`/issues/comments/${id}`));
    if (old) old.body = body;
    else host.comments.push({ id: host.comments.length + 1, body });
    return answer(200, {});
  });
});

let desk: Desk;
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  desk = deskWith();
  git(desk.root, 'checkout', '--quiet', '-b', 'change');
  appendFileSync(join(desk.root, 'data/submissions/daiyu/2026/20261012-daiyu-menzhen.yaml'), 'length: 900\n');
  desk.commit('Length', '黄婉仪 <huang@office.example>');
});
afterAll(() => {
  desk.remove();
  server.close();
});
beforeEach(() => Object.assign(host, { comments: [{ id: 1, body: 'Looks good' }], mayWrite: true, mayChange: true, asked: [] }));

const environment = (more: Record<string, string> = {}): Record<string, string> => ({
  GITHUB_ACTIONS: 'true',
  GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  GITHUB_REPOSITORY: 'office/tongbao',
  GITHUB_REF: 'refs/pull/7/merge',
  GITHUB_TOKEN: 'secret-token',
  ...more,
});

const review = (given: Record<string, string>, base = 'main') =>
  runIn({ environment: given }, 'review', '--root', desk.root, '--base', base, '--as-of', '2026-11-20', '--comment');

test('one comment, replaced when the report changes; what people wrote stays', async () => {
  expect(await review(environment())).toMatchObject({ code: 0, err: expect.stringContaining('审核报告已贴到合并请求。') });
  expect((await review(environment())).err).toContain('合并请求上的审核报告没有变化。');
  const ours = host.comments[1] as Comment;
  ours.body = ours.body.replace('900', '800').replaceAll('\n', '\r\n');
  expect((await review(environment())).err).toContain('合并请求上的审核报告已更新。');
  expect(host.comments.map(({ body }) => body.slice(0, 25))).toEqual(['Looks good', '<!-- tongbao-review -->\n#']);
  expect(host.comments[1]?.body).toContain('900');
  expect(new Set(host.asked.map((one) => one.split(' ').slice(1).join(' ')))).toEqual(
    new Set(['/repos/office/tongbao/issues/7/comments Bearer secret-token', '/repos/office/tongbao/issues/comments/2 Bearer secret-token']),
  );
});

test('Gitea too, with its own way of saying who asks', async () => {
  expect((await review(environment({ GITEA_ACTIONS: 'true', GITHUB_REF: 'refs/pull/7/head' }))).err).toContain('已贴到');
  expect(host.asked.at(-1)).toBe('POST /repos/office/tongbao/issues/7/comments token secret-token');
});

test('the pull request of a fork has no right to one: the report is told all the same, and the secret is not', async () => {
  host.mayWrite = false;
  const { code, out, err } = await review(environment());
  expect(code).toBe(0);
  expect(out).toContain('审核报告');
  expect(err).toContain('没有贴上评论(来自派生仓库的合并请求没有这个权限)');
  expect(err).not.toContain('secret-token');
});

test('a comment that begins like ours and is somebody else’s stays, and ours is put beside it', async () => {
  Object.assign(host, { mayChange: false, comments: [{ id: 1, body: '<!-- tongbao-review --> I approve' }] });
  expect((await review(environment())).err).toContain('已贴到');
  expect(host.comments.map(({ body }) => body.length > 100)).toEqual([false, true]);
});

test('nothing is posted where no record is changed, where there is no pull request, and on GitLab', async () => {
  expect((await review(environment(), 'HEAD')).err).toContain('没有变化');
  expect((await review(environment({ GITHUB_REF: 'refs/heads/main' }))).err).toContain('这次运行不属于任何合并请求');
  expect((await review({ GITLAB_CI: 'true' })).err).toContain('这个平台不用评论');
  expect(host.comments).toHaveLength(1);
});

test('the branch that a pipeline merges into is the base unless another is named', async () => {
  git(desk.root, 'update-ref', 'refs/remotes/origin/main', 'main');
  for (const given of [{ GITHUB_BASE_REF: 'main' }, { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' }, { CI_DEFAULT_BRANCH: 'main' }])
    expect((await runIn({ environment: given }, 'review', '--root', desk.root)).out).toContain('与 origin/main（');
});
