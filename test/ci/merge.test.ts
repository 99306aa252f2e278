/** Merge messages that name who approved: written by our workflow for GitHub, by templates on GitLab and Gitea; Git itself reads them back. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type Merging, messageOf, type Review, reviewsOf } from '../../src/approval/message.ts';
import { signaturesIn } from '../../src/approval/signs.ts';
import type { Commit } from '../../src/model/commit.ts';
import { commitsNamed, openHistory } from '../../src/rim/history.ts';
import { runIn } from '../cli/terminal.ts';
import { Approving } from '../rig/approving.ts';
import { ROOT } from './workflows.ts';

const repository = Approving.open('repository: { host: github, url: https://github.com/office/tongbao }\n');
afterAll(() => repository.remove());

/** What Git makes of a message. */
function committed(message: string): Commit {
  const id = repository.commit(message);
  const opened = openHistory(repository.root);
  if ('fault' in opened) throw new Error(opened.fault.code);
  return commitsNamed(opened.history, [id]).get(id) as Commit;
}

describe('the message', () => {
  const merging: Merging = {
    title: '登记稿件',
    number: 12,
    url: 'https://github.com/office/tongbao/pull/12',
    approved: [{ name: 'chen-hs', email: '7+chen-hs@users.noreply.github.com' }],
    mergedBy: { name: 'zhou', email: 'zhou@users.noreply.github.com' },
  };
  const whole = (change: Partial<Merging>): string => {
    const { title, body } = messageOf({ ...merging, ...change });
    return `${title}\n\n${body}`;
  };

  test('is read back by Git', () => {
    const commit = committed(whole({}));
    expect(commit.subject).toBe('登记稿件 (#12)');
    expect(commit.trailers).toEqual([
      ['Reviewed-on', 'https://github.com/office/tongbao/pull/12'],
      ['Approved-by', 'chen-hs <7+chen-hs@users.noreply.github.com>'],
      ['Merged-by', 'zhou <zhou@users.noreply.github.com>'],
    ]);
  });

  test('nobody signs by what somebody else is called, nor by a title', () => {
    const forged = 'x>\n\nApproved-by: 局长 <wu@example.cn';
    const commit = committed(
      whole({ title: `标题\u2028\n\nApproved-by: 局长 <wu@example.cn>`, approved: [{ name: forged, email: 'a> b\nApproved-by: c' }] }),
    );
    expect(signaturesIn(commit)).toEqual([{ by: { name: 'x Approved-by: 局长 wu@example.cn', email: 'abApproved-by:c' }, how: 'reviewed' }]);
    expect(commit.subject).toContain('标题');
  });
});

describe('reviews', () => {
  const review = (login: string, state: string, commit = 'new'): Review => ({ login, id: 1, state, commit });
  test('the last word counts, of what is to be merged; a comment takes nothing back', () => {
    const { approved, stale, refused } = reviewsOf(
      [
        review('a', 'APPROVED'),
        review('A', 'COMMENTED'),
        review('b', 'APPROVED', 'old'),
        review('c', 'APPROVED'),
        review('c', 'CHANGES_REQUESTED'),
        review('d', 'CHANGES_REQUESTED'),
        review('d', 'APPROVED'),
        review('e', 'APPROVED'),
        review('e', 'DISMISSED'),
      ],
      'new',
    );
    expect([approved, stale, refused].map((some) => some.map(({ login }) => login))).toEqual([['a', 'd'], ['b'], ['c']]);
  });
});

describe('tongbao merge', () => {
  let reviews: object[];
  let pull: object;
  let calls: { method: string; way: string; body: unknown }[];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk;
    const way = (request.url ?? '').replace('/repos/office/tongbao', '');
    calls.push({ method: request.method ?? '', way, body: text === '' ? null : JSON.parse(text) });
    if (way.endsWith('/dispatches')) response.writeHead(204).end();
    else response.end(JSON.stringify(way.includes('/reviews') ? reviews : way.endsWith('/merge') ? { merged: true } : pull));
  });
  const listening = new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  afterAll(() => new Promise((closed) => server.close(closed)));
  beforeEach(() => {
    calls = [];
    pull = { title: '登记', html_url: 'https://github.com/office/tongbao/pull/12', merged: false, head: { sha: 'abc' }, base: { ref: 'main' } };
    reviews = [{ user: { login: 'chen-hs', id: 7 }, state: 'APPROVED', commit_id: 'abc' }];
  });
  const merge = async (environment: Record<string, string> = {}) => {
    await listening;
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const actions = { GITHUB_ACTIONS: 'true', GITHUB_API_URL: url, GITHUB_REPOSITORY: 'office/tongbao', GITHUB_TOKEN: 't', ...environment };
    return runIn({ environment: actions }, '--root', repository.root, 'merge', '12');
  };

  test('merges the commit that was approved, and says by whom', async () => {
    reviews.push({ user: { login: 'mo', id: 8 }, state: 'APPROVED', commit_id: 'older' }, { user: null, state: 'APPROVED', commit_id: 'abc' });
    const { code, out } = await merge({ GITHUB_TRIGGERING_ACTOR: 'zhou', TONGBAO_DISPATCH: 'site.yml' });
    expect(code).toBe(0);
    expect(out).toMatch(/已合并 #12.*chen-hs[\s\S]*没有写入的:mo/);
    expect(calls.slice(2)).toEqual([
      {
        method: 'PUT',
        way: '/pulls/12/merge',
        body: {
          commit_title: '登记 (#12)',
          commit_message:
            'Reviewed-on: https://github.com/office/tongbao/pull/12\nApproved-by: chen-hs <7+chen-hs@users.noreply.github.com>\nMerged-by: zhou <zhou@users.noreply.github.com>',
          sha: 'abc',
          merge_method: 'merge',
        },
      },
      { method: 'POST', way: '/actions/workflows/site.yml/dispatches', body: { ref: 'main' } },
    ]);
  });

  test.each([
    ['nobody approved', [], /还没有人批准/],
    ['what was approved is another text', [{ user: { login: 'mo', id: 8 }, state: 'APPROVED', commit_id: 'older' }], /mo 批准的是最后一次推送之前/],
    ['somebody asks for changes', [{ user: { login: 'wu', id: 9 }, state: 'CHANGES_REQUESTED', commit_id: 'abc' }], /wu 要求修改/],
  ])('%s: nothing is merged', async (_, given, words) => {
    reviews = given;
    const { code, err } = await merge();
    expect([code, err]).toEqual([1, expect.stringMatching(words)]);
    expect(calls.map(({ method }) => method)).not.toContain('PUT');
  });

  test('merged already, another host, no token', async () => {
    pull = { ...pull, merged: true };
    expect((await merge()).err).toMatch(/已经合并过/);
    expect((await merge({ GITEA_ACTIONS: 'true' })).err).toMatch(/只用于 GitHub/);
    expect((await merge({ GITHUB_TOKEN: '' })).err).toMatch(/没有 GitHub 的令牌/);
  });
});

describe('templates', () => {
  const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
  const APPROVERS = ['陈海生 <chen@example.cn>', '吴少芬 <wu@example.cn>'];

  /** GitLab removes a variable that is empty and alone on its line, with the ends of lines before it. */
  const byGitLab = (template: string, values: Record<string, string>): string =>
    template
      .replace(/\n*^%\{(\w+)\}$/gm, (line, name: string) => (values[name] === '' ? '' : line))
      .replace(/%\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const GITLAB = {
    title: '登记稿件',
    reference: 'office/tongbao!12',
    url: 'https://git.example.cn/office/tongbao/-/merge_requests/12',
    approved_by: APPROVERS.map((who) => `Approved-by: ${who}`).join('\n'),
    co_authored_by: 'Co-authored-by: 林二 <lin@example.cn>',
    merged_by: '周启明 <zhou@example.cn>',
  };

  test.each(['.gitlab/merge_commit_template.txt', '.gitlab/squash_commit_template.txt'])('%s', (path) => {
    expect(text(path).length).toBeLessThanOrEqual(500);
    expect(text(path)).not.toContain('%{description}');
    const keys = committed(byGitLab(text(path), GITLAB)).trailers.map(([key]) => key);
    expect(keys).toEqual(['Reviewed-on', ...(path.includes('squash') ? ['Co-authored-by'] : []), 'Approved-by', 'Approved-by', 'Merged-by']);
    const unapproved = committed(byGitLab(text(path), { ...GITLAB, approved_by: '', co_authored_by: '' }));
    expect(unapproved.trailers.map(([key]) => key)).toEqual(['Reviewed-on', 'Merged-by']);
  });

  const GITEA = {
    PullRequestTitle: '登记稿件',
    PullRequestReference: '#12',
    ReviewedOn: 'Reviewed-on: https://git.example.cn/office/tongbao/pulls/12',
    ReviewedBy: APPROVERS.map((who) => `Reviewed-by: ${who}`).join('\n'),
    CommitTitle: '登记稿件',
    CommitBody: '作者写的话\n\nReviewed-by: 作者自称 <zou@example.cn>',
  };

  test.each(['MERGE', 'SQUASH', 'REBASE-MERGE', 'REBASE'])('.gitea/default_merge_message/%s_TEMPLATE.md', (kind) => {
    const template = text(`.gitea/default_merge_message/${kind}_TEMPLATE.md`);
    const message = template.replace(/\$\{(\w+)\}/g, (_, name: keyof typeof GITEA) => GITEA[name]);
    expect(signaturesIn(committed(message)).map(({ by }) => by.name)).toEqual(['陈海生', '吴少芬']);
  });
});
