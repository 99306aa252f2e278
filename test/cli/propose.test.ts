/** `tongbao propose` in a real repository: what it says, and how it ends. */

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { branches, git, merge, type Origin, originWith, save, show, write } from '../ci/forge.ts';
import { rootOfCase } from '../rig/root.ts';
import { run, runIn } from './terminal.ts';

const POLICY = join(import.meta.dirname, '../../policies/county-2021.yaml');

let forge: Origin;
beforeEach(() => {
  forge = originWith((desk) => {
    write(desk, 'data/site.yaml', 'organisation: 某县局\ntime_zone: Asia/Shanghai\nsince: 2026-01-01\npolicies: [county-2021]\n');
    write(desk, 'data/units.yaml', 'units:\n  - { id: fuwu, name: 服务股, class: 机关股室 }\n');
    write(desk, 'data/people.yaml', 'people: []\n');
    write(desk, 'data/outlets.yaml', 'outlets: []\n');
    write(desk, 'data/bulletins.yaml', 'issues: [month]\nfirst: 2026-01\n');
    write(desk, 'policies/README.md', '\n');
    cpSync(POLICY, join(desk, 'policies/county-2021.yaml'));
  });
});
afterEach(() => forge.remove());

const propose = (...more: string[]) => run('propose', '--root', forge.checkout(), '--as-of', '2026-02-28', ...more);

test('what is due is pushed, with what to do next; a second time nothing is', async () => {
  const { code, out } = await propose();
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('Pushed the new branch bulletin/2026-02.') });
  expect(out).toContain('2026年1月:data/bulletins/2026-01.yaml January 2026\n');
  expect(show(forge.origin, 'bulletin/2026-02', 'data/bulletins/2026-01.yaml')).toContain('period: 2026-01');
  expect((await propose()).out).toContain('The branch bulletin/2026-02 is up to date.');
});

test('an empty period is none; one that is issued is not proposed again', async () => {
  await propose('');
  merge(forge.desk, 'bulletin/2026-02');
  expect(await propose('2026-01')).toMatchObject({ code: 0, out: '没有要提出的通报。 There is no bulletin to propose.\n' });
  expect(await propose('--renew')).toMatchObject({ code: 0, out: '没有要提出的通报。 There is no bulletin to propose.\n' });
});

test('a period that is not over is refused with the reason, and nothing is pushed', async () => {
  const { code, out, err } = await propose('2026-03');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toBe(
    '2026年3月的通报还不能提出: The bulletin of March 2026 cannot be proposed yet:\n' +
      '  周期到 2026-03-31 才结束,结束后才能通报。 The period ends on 2026-03-31; a bulletin can be made once it is over.\n',
  );
  expect(branches(forge.origin)).toEqual(['main']);
});

test('records with errors are not closed over', async () => {
  write(forge.desk, 'data/adoptions/2026/20260105-x.yaml', 'submission: nobody\noutlet: nowhere\non: 2026-01-05\n');
  save(forge.desk, 'A fault');
  const { code, err } = await propose();
  expect(code).toBe(1);
  expect(err).toContain('The check has');
  expect(branches(forge.origin)).toEqual(['main']);
});

test('the API of the host is asked with the environment of the terminal, and its refusal told without the token', async () => {
  const environment = { GITHUB_ACTIONS: 'true', GITHUB_API_URL: 'http://127.0.0.1:9', GITHUB_REPOSITORY: 'a/b', GITHUB_TOKEN: 'secret-token' };
  const { code, err } = await runIn({ environment }, 'propose', '--root', forge.checkout(), '--as-of', '2026-02-28');
  expect(code).toBe(1);
  expect(err).toMatch(/^连不上 GitHub 的接口:.* The API of GitHub cannot be reached: /);
  expect(err).not.toContain('secret-token');
});

test('--renew takes no period; without a ledger nothing is done', async () => {
  expect(await propose('2026-01', '--renew')).toMatchObject({ code: 2, err: expect.stringContaining('--renew renews every bulletin') });
  const lonely = join(forge.folder, 'lonely');
  git(forge.folder, 'init', '--quiet', lonely);
  expect(await run('propose', '--root', lonely)).toMatchObject({ code: 1, out: '' });
});

test('elsewhere than in a repository Git’s words are told', async () => {
  const outside = rootOfCase('scoring/a-better-adoption-in-a-later-quarter');
  const { code, err } = await run('propose', '--root', outside);
  expect(code).toBe(1);
  expect(err).toMatch(/^git rev-parse 没有成功/);
});
