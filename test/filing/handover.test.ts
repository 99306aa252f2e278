/** Addresses of the hosts' pages for new files: what a server reads out of them is the file. */
import { describe, expect, test } from 'vitest';
import { branchFor, LINK_LIMITS, MAIL_LIMIT, mailAddress, newFileLink, type Parcel, type Repository } from '../../src/filing/handover.ts';

const PARCEL: Parcel = {
  file: 'data/submissions/jianguan/2026/20260302-jianguan-1a2b3c.yaml',
  text: '# yaml-language-server: $schema=../../../.schema/submission.json\ntitle: "“三个100%”&<script>+#?=%20; 100 % (试点)!\'*"\nunit: 基金监管股\non: 2026-03-02\n',
  title: '报送《“三个100%”》 #1 & 2',
};
const at = (host: Repository['host'], url = 'https://git.example.org/office/records/', branch = 'main'): Repository => ({ host, url, branch });
function addressAt(host: Repository['host'], ...more: [string?, string?]): URL {
  const link = newFileLink(at(host, ...more), PARCEL);
  if (link.state !== 'ready') throw new Error(link.state);
  return new URL(link.href);
}
const asked = ({ searchParams }: URL): Record<string, string> => Object.fromEntries(searchParams);

describe('the address opens the page for new files, and carries the whole file', () => {
  test('GitHub', () => {
    const address = addressAt('github');
    expect(address.pathname).toBe('/office/records/new/main');
    expect(asked(address)).toEqual({ filename: PARCEL.file, value: PARCEL.text, quick_pull: '1' });
  });

  test('GitLab, on a branch of its own', () => {
    const address = addressAt('gitlab');
    expect(address.pathname).toBe('/office/records/-/new/main');
    expect(asked(address)).toEqual({
      file_name: PARCEL.file,
      content: PARCEL.text,
      commit_message: PARCEL.title,
      branch_name: 'file/submissions-20260302-jianguan-1a2b3c',
    });
  });

  test('Gitea', () => {
    const address = addressAt('gitea');
    expect(address.pathname).toBe('/office/records/_new/main/');
    expect(asked(address)).toEqual({ filename: PARCEL.file, value: PARCEL.text });
  });

  test('under a path of the host, and on a branch with a path and Chinese in its name', () => {
    const address = addressAt('github', 'https://example.org/git/组/records', 'release/2026 年');
    expect(decodeURIComponent(address.pathname)).toBe('/git/组/records/new/release/2026 年');
    expect(address.pathname).toContain('/release/2026%20');
  });

  test('nothing that means something to a server, a proxy or a page stands in it unencoded', () => {
    expect(addressAt('github').search).not.toMatch(/[<>"'()*! \n]/);
  });

  test('half a character is replaced, not thrown at the person', () => {
    const link = newFileLink(at('github'), { ...PARCEL, text: 'title: \ud83d\n' });
    expect(link.state === 'ready' && new URL(link.href).searchParams.get('value')).toBe('title: \ufffd\n');
  });
});

describe('where it cannot be', () => {
  test('Gitee has no such page', () => {
    expect(newFileLink(at('gitee'), PARCEL)).toEqual({ state: 'none' });
  });

  test.each(['github', 'gitlab', 'gitea'] as const)('%s: a text that makes the address too long is not cut short', (host) => {
    const link = newFileLink(at(host), { ...PARCEL, text: '字'.repeat(1000) });
    expect(link).toEqual({ state: 'too-long', length: expect.any(Number), limit: LINK_LIMITS[host] });
    expect(link.state === 'too-long' && link.length).toBeGreaterThan(9000);
  });
});

test('a branch is named after its file', () => {
  expect(branchFor('data/adoptions/2026/20260305-county-site-x.yaml')).toBe('file/adoptions-20260305-county-site-x');
  expect(branchFor('x.yaml')).toBe('file/record-x');
});

describe('an e-mail', () => {
  test('has subject and text', () => {
    const mail = mailAddress('xinxi@nandu.example', '报送《A & B》', 'title: A\nunit: 甲\n');
    expect(mail?.whole).toBe(true);
    const { pathname, searchParams } = new URL(mail?.href ?? '');
    expect(pathname).toBe('xinxi@nandu.example');
    expect(Object.fromEntries(searchParams)).toEqual({ subject: '报送《A & B》', body: 'title: A\r\nunit: 甲\r\n' });
  });

  test('whose text is too long goes without it', () => {
    const mail = mailAddress('a@b.example', '报送', '字'.repeat(MAIL_LIMIT));
    expect(mail).toEqual({ href: 'mailto:a@b.example?subject=%E6%8A%A5%E9%80%81', whole: false });
  });

  test('has no address where the office named none', () => {
    expect(mailAddress(null, 'x', 'y')).toBeNull();
  });
});
