/** Which host, which token, which header: decided by the environment and by data/site.yaml. */
import { expect, test } from 'vitest';
import { headerFor, withoutSecrets } from '../../src/rim/proposal/clone.ts';
import { hostFrom, identityFrom, mainBranchFrom } from '../../src/rim/proposal/host.ts';

const site = (host: 'github' | 'gitlab' | 'gitea' | 'gitee', url: string) => ({ host, url, branch: 'trunk' }) as const;

test('outside CI the address in data/site.yaml says where the API is', () => {
  const token = { GITHUB_TOKEN: 't' };
  expect(hostFrom(token, site('github', 'https://github.com/office/tongbao.git'))).toEqual({
    kind: 'github',
    api: 'https://api.github.com',
    repository: 'office/tongbao',
    token: 't',
  });
  expect(hostFrom({ GITEA_TOKEN: 'g' }, site('github', 'https://github.office.cn/a/b'))).toMatchObject({
    api: 'https://github.office.cn/api/v3',
    token: null,
  });
  expect(hostFrom({ GITEA_TOKEN: 'g', GITHUB_TOKEN: 't' }, site('gitea', 'http://10.0.0.5:3000/a/b/'))).toMatchObject({
    kind: 'gitea',
    api: 'http://10.0.0.5:3000/api/v1',
    repository: 'a/b',
    token: 'g',
  });
  expect(hostFrom(token, site('gitlab', 'https://gitlab.com/a/b'))).toEqual({ kind: 'gitlab', token: null });
  expect(hostFrom({ TONGBAO_TOKEN: 'own' }, site('gitlab', 'https://gitlab.com/a/b'))).toEqual({ kind: 'gitlab', token: 'own' });
  expect(hostFrom(token, null)).toEqual({ kind: 'other', token: null });
});

test('in CI the environment is believed before data/site.yaml', () => {
  const shipped = site('gitee', 'https://gitee.com/a/b');
  expect(hostFrom({ GITLAB_CI: 'true', GITHUB_TOKEN: 't' }, shipped)).toEqual({ kind: 'gitlab', token: null });
  expect(hostFrom({ GITHUB_ACTIONS: 'true', GITHUB_API_URL: 'https://api.github.com/', GITHUB_REPOSITORY: 'a/b' }, shipped)).toMatchObject({
    kind: 'github',
    api: 'https://api.github.com',
  });
});

test('the main branch and the name on the commits', () => {
  expect(mainBranchFrom({ CI_DEFAULT_BRANCH: 'master' }, site('gitlab', 'https://gitlab.com/a/b'))).toBe('master');
  expect(mainBranchFrom({}, site('gitlab', 'https://gitlab.com/a/b'))).toBe('trunk');
  expect(mainBranchFrom({}, null)).toBe('main');
  expect(identityFrom({ GITLAB_USER_NAME: '林晓岚', GITLAB_USER_EMAIL: 'lin@example.org' })).toEqual({ name: '林晓岚', email: 'lin@example.org' });
  expect(identityFrom({ GITHUB_ACTIONS: 'true' }).name).toBe('github-actions[bot]');
  expect(identityFrom({ GITHUB_ACTIONS: 'true', GITEA_ACTIONS: 'true' }).name).toBe('gitea-actions[bot]');
  expect(identityFrom({}).name).toBe('通报');
});

test('the header goes to the host of origin alone, and replaces what a checkout left', () => {
  // base64 of x-access-token:abc
  const header = '[http "https://git.office.cn/"]\n\textraheader =\n\textraheader = "Authorization: Basic eC1hY2Nlc3MtdG9rZW46YWJj"\n';
  expect(headerFor('https://git.office.cn/a/b.git', 'abc')).toBe(header);
  expect(headerFor('git@git.office.cn:a/b.git', 'abc')).toBe('');
  expect(headerFor('https://git.office.cn/a/b.git', null)).toBe('');
});

test('what is told shows neither the token nor names and passwords in addresses', () => {
  expect(withoutSecrets('fatal: https://ci:abc@host/a.git said abc', 'abc')).toBe('fatal: https://***@host/a.git said ***');
  expect(withoutSecrets('https://ci:job@host', null)).toBe('https://***@host');
});
