/** Whom a signature in Git belongs to. */
import { expect, test } from 'vitest';
import { openIdentities } from '../../src/ledger/identities.ts';

const identities = openIdentities(
  new Map([
    [
      'data/people.yaml',
      {
        people: [
          { id: 'chen', name: '陈海生', aliases: ['老陈'], unit: 'a', git: { emails: ['Chen@Example.cn'], users: ['nd-chen'] } },
          { id: 'wang', name: '王芳', unit: 'a', git: { users: ['Wang-Fang'] } },
          { id: 'wang-2', name: '王芳', unit: 'b', git: { emails: ['shared@example.cn'] } },
          { id: 'li', name: '李强', unit: 'b', git: { emails: ['shared@example.cn'] } },
          { id: 'BROKEN', name: '坏' },
        ],
      },
    ],
  ]),
);
const who = (name: string, email = '') => identities.whoIs({ name, email });

test('an e-mail says it surest, in whatever case', () => {
  expect(who('somebody', 'chen@example.CN')).toEqual({ person: 'chen', by: 'email' });
});

test.each([
  ['GitHub', '12345+wang-fang@users.noreply.github.com'],
  ['GitLab', '77-wang-fang@users.noreply.gitlab.example.cn'],
  ['Gitea', 'wang-fang@noreply.git.example.cn'],
])('%s may hide the address and leaves the user name in its own', (_host, email) => {
  expect(who('王芳', email)).toEqual({ person: 'wang', by: 'user' });
});

test('a user name may stand where the name stands', () => {
  expect(who('@nd-chen')).toEqual({ person: 'chen', by: 'user' });
});

test('a name is the last resort and says so', () => {
  expect(who('陈海生', 'private@example.com')).toEqual({ person: 'chen', by: 'name' });
  expect(who('老陈')).toEqual({ person: 'chen', by: 'name' });
});

test('what two people go by is nobody’s', () => {
  expect(who('王芳')).toEqual({ person: null, several: ['wang', 'wang-2'] });
  expect(who('李强', 'shared@example.cn')).toEqual({ person: null, several: ['wang-2', 'li'] });
});

test('strangers, and entries that are broken, are nobody', () => {
  expect(who('赵六', 'zhao@example.cn')).toEqual({ person: null, several: [] });
  expect(who('坏')).toEqual({ person: null, several: [] });
  expect(openIdentities(new Map()).whoIs({ name: '陈海生', email: '' })).toEqual({ person: null, several: [] });
});

test('what a host knows people by', () => {
  expect([identities.usersOf('chen'), identities.emailsOf('chen'), identities.usersOf('li'), identities.emailsOf('nobody')]).toEqual([
    ['nd-chen'],
    ['Chen@Example.cn'],
    [],
    [],
  ]);
});
