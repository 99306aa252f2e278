/** `tongbao codeowners`: the patterns are really matched, each in the way of its host, against the paths of the shipped ledger. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ignore from 'ignore';
import { afterAll, describe, expect, test } from 'vitest';
import { codeowners, type Host, PLACES } from '../../src/export/codeowners.ts';
import { ownersOf } from '../../src/filing/owners.ts';
import { openIdentities } from '../../src/ledger/identities.ts';
import type { Day } from '../../src/model/day.ts';
import type { Ledger, Unit } from '../../src/model/records.ts';
import { listSources } from '../../src/rim/disk.ts';
import { git } from '../../src/rim/git.ts';
import { openRoot } from '../../src/rim/open.ts';
import { newOffice } from '../filing/office.ts';
import { put } from '../rig/root.ts';
import { run } from './terminal.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const folders: string[] = [];
const office = (): string => {
  const root = newOffice();
  folders.push(root);
  return root;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

type Owners = (path: string) => string[];
const written = (text: string): string[] => text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

/** Patterns as of .gitignore; the last that matches decides. */
function lastMatch(lines: readonly string[]): Owners {
  const rules = lines.map((line) => {
    const [pattern = '', ...users] = line.split(/(?<!\\)\s+/);
    return { matcher: ignore().add(pattern), users };
  });
  return (path) => rules.findLast(({ matcher }) => matcher.ignores(path))?.users ?? [];
}

/** GitLab asks every section. */
function sections(lines: readonly string[]): Owners {
  const parts: string[][] = [];
  for (const line of lines) {
    if (line.startsWith('[')) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  const matchers = parts.map(lastMatch);
  return (path) => [...new Set(matchers.flatMap((owners) => owners(path)))];
}

/** Gitea: a backslash makes the next sign plain, what is left is a regular expression for the whole path, and all lines that match count. */
function expressions(lines: readonly string[]): Owners {
  const rules = lines.map((line) => {
    const [first = '', ...users] = [...line.matchAll(/(?:\\.|[^\\\s])+/g)].map(([token]) => token.replace(/\\(.)/g, '$1'));
    return { negative: first.startsWith('!'), expression: new RegExp(`^${first.replace(/^!/, '')}$`), users };
  });
  return (path) => [...new Set(rules.flatMap(({ negative, expression, users }) => (expression.test(path) === negative ? [] : users)))];
}

const MATCHERS: Readonly<Record<Host, (lines: readonly string[]) => Owners>> = {
  github: lastMatch,
  gitee: lastMatch,
  gitlab: sections,
  gitea: expressions,
};

const opened = openRoot(ROOT);
const shipped = ownersOf({ ...opened, ledger: opened.ledger as Ledger, identities: openIdentities(opened.values), on: '2026-11-26' as Day });

/** Out of data/people.yaml, by hand. */
const OFFICE = '@nd-zhou-qiming';
const REVIEWERS: Readonly<Record<string, string>> = {
  bangongshi: '@nd-zhou-qiming',
  caiwu: '@nd-xu-zhixiong',
  daiyu: '@nd-xie-jianhua',
  yiyao: '@nd-cai-yuzhen',
  zhaocai: '@nd-pang-xiuying',
  jianguan: '@nd-chen-haisheng',
  dangjian: '@nd-fu-guangming',
  fuwu: '@nd-zhong-yaozu',
  jihe: '@nd-wen-guohui',
  gongfei: '@nd-dai-yongfu',
  caigou: '@nd-hong-shijie',
  xinxi: '@nd-han-xudong',
};

describe.each(['github', 'gitlab', 'gitea', 'gitee'] as const)('on %s', (host) => {
  test('every path of the shipped ledger has the owners that it should', () => {
    const owners = MATCHERS[host](written(codeowners(shipped, host)));
    const paths = [
      ...listSources(ROOT).paths,
      '.github/workflows/site.yml',
      'src/cli/main.ts',
      'package.json',
      'data/submissions/jiangang/2026/a.yaml',
      'xdata/submissions/daiyu/a.yaml',
    ];
    const wrong = paths.flatMap((path) => {
      const [, unit = ''] = /^data\/submissions\/([^/]+)\//.exec(path) ?? [];
      const reviewer = REVIEWERS[unit];
      const wanted = reviewer === undefined ? [OFFICE] : host === 'gitlab' ? [...new Set([OFFICE, reviewer])] : [reviewer];
      return JSON.stringify(owners(path)) === JSON.stringify(wanted) ? [] : [{ path, owners: owners(path) }];
    });
    expect(wrong).toEqual([]);
    expect(paths.length).toBeGreaterThan(900);
  });

  test('a root deeper in the repository, in a folder of any name', () => {
    const unit = { id: 'fund' } as Unit;
    const text = codeowners({ office: ['a'], units: [{ unit, users: ['b', 'c'] }], faults: [] }, host, '台 账/v1.0+(2)/');
    const owners = MATCHERS[host](written(text));
    const both = host === 'gitlab' ? ['@a', '@b', '@c'] : ['@b', '@c'];
    expect(owners('台 账/v1.0+(2)/data/submissions/fund/2026/x.yaml')).toEqual(both);
    expect(owners('台 账/v1x0+(2)/data/submissions/fund/2026/x.yaml')).toEqual(['@a']);
    expect(owners('data/submissions/fund/2026/x.yaml')).toEqual(['@a']);
  });
});

test('the file that is shipped is up to date, and nobody is missing', () => {
  expect(shipped.faults).toEqual([]);
  expect(readFileSync(join(ROOT, PLACES.gitee.own), 'utf8')).toBe(codeowners(shipped, 'gitee'));
});

test('without units, without an office, without both', () => {
  const unit = { id: 'fund' } as Unit;
  expect(written(codeowners({ office: ['a'], units: [], faults: [] }, 'gitea'))).toEqual(['.* @a']);
  expect(written(codeowners({ office: ['a'], units: [], faults: [] }, 'gitlab'))).toEqual(['[办公室 Office]', '* @a']);
  expect(written(codeowners({ office: [], units: [{ unit, users: ['b'] }], faults: [] }, 'github'))).toEqual(['/data/submissions/fund/ @b']);
  expect(written(codeowners({ office: [], units: [{ unit, users: ['b'] }], faults: [] }, 'gitea'))).toEqual(['data/submissions/fund/.* @b']);
  expect(written(codeowners({ office: [], units: [], faults: [] }, 'gitlab'))).toEqual([]);
});

describe('the command', () => {
  const owners = (root: string, ...options: string[]) => run('codeowners', '--root', root, ...options);

  test('prints, writes, and tells what is out of date', async () => {
    const root = office();
    const file = join(root, PLACES.gitee.own);
    expect((await owners(root)).out).toContain(
      '* @zhou-qm\n/data/submissions/office/ @zhou-qm\n/data/submissions/fund/ @chen.hs\n/data/submissions/service/ @zhong_yz\n',
    );
    expect(await owners(root, '--check')).toMatchObject({ code: 0, out: expect.stringContaining('不用检查') });
    expect(await owners(root, '--write')).toMatchObject({ code: 0, out: expect.stringContaining('已写入') });
    expect(await owners(root, '--write')).toMatchObject({ code: 0, out: expect.stringContaining('是最新的') });
    writeFileSync(file, readFileSync(file, 'utf8').replace('@chen.hs', '@somebody'));
    const stale = await owners(root, '--check');
    expect(stale.code).toBe(1);
    expect(stale.out).toContain('- /data/submissions/fund/ @somebody\n+ /data/submissions/fund/ @chen.hs\n');
    // Order decides, so lines that only changed places are a difference too.
    await owners(root, '--write');
    writeFileSync(file, readFileSync(file, 'utf8').split('\n').reverse().join('\n'));
    expect(await owners(root, '--check')).toMatchObject({ code: 1, out: expect.stringContaining('\n+ * @zhou-qm\n') });
  });

  test('writes at the top of the repository that the root lies in', async () => {
    const top = office();
    git(top, ['init', '--quiet']);
    const inner = newOffice();
    folders.push(inner);
    for (const file of ['data/site.yaml', 'data/units.yaml', 'data/people.yaml', 'policies/county-2021.yaml'])
      put(top, `bureau/${file}`, readFileSync(join(inner, file), 'utf8'));
    expect((await owners(join(top, 'bureau'), '--host', 'gitea', '--write')).code).toBe(0);
    expect(readFileSync(join(top, '.gitea/CODEOWNERS'), 'utf8')).toContain('\nbureau/data/submissions/fund/.* @chen.hs\n');
    expect(existsSync(join(top, 'bureau/.gitea'))).toBe(false);
  });

  test('a unit without a reviewer, a reviewer without a user name, and a name that is none', async () => {
    const root = office();
    put(
      root,
      'data/people.yaml',
      'people:\n  - { id: zhou, name: 周启明, unit: office, roles: [审核] }\n  - { id: chen, name: 陈海生, unit: fund, roles: [单位负责人], git: { users: ["chen hs\\n* @evil"] } }\n  - { id: zhong, name: 钟耀祖, unit: service, roles: [审核], from: 2027-01-01, git: { users: [zhong] } }\n',
    );
    put(
      root,
      'data/site.yaml',
      'organisation: 某局\npolicies: [county-2021]\napprovals: { steps: { 股室负责人: { roles: [单位负责人], whose: unit } } }\n',
    );
    const { code, out, err } = await owners(root, '--host', 'github', '--as-of', '2026-06-30');
    expect(code).toBe(1);
    expect(err.match(/owners\/\S+/g)).toEqual(['owners/no-office', 'owners/no-user', 'owners/strange-user', 'owners/no-user', 'owners/no-reviewer']);
    expect(err).toContain('“医保服务中心”没有审核人,它的报送暂归办公室。请在 data/people.yaml 给这个单位的一个人写上角色(审核、单位负责人)');
    expect(written(out)).toEqual([]);
    put(root, 'data/people.yaml', 'people: []\n');
    expect((await owners(root, '--host', 'github')).err).toContain('办公室主任');
  });

  test('a unit that is no more, and one that is not ranked, need nobody', async () => {
    const root = office();
    put(
      root,
      'data/units.yaml',
      'units:\n  - { id: office, name: 办公室, class: 机关股室 }\n  - { id: fund, name: 基金监管股, class: 机关股室, to: 2026-01-31 }\n  - { id: leaders, name: 局领导, class: 局领导, excluded: 只审批 }\n  - { id: service, name: 服务中心, class: 下属单位 }\n',
    );
    const { code, out } = await owners(root, '--as-of', '2026-06-30');
    expect({ code, lines: written(out) }).toEqual({
      code: 0,
      lines: ['* @zhou-qm', '/data/submissions/office/ @zhou-qm', '/data/submissions/service/ @zhong_yz'],
    });
  });

  test('a file that the host reads before ours', async () => {
    const root = office();
    put(root, 'CODEOWNERS', '* @somebody\n');
    expect(await owners(root, '--host', 'gitlab')).toMatchObject({ code: 1, err: expect.stringContaining('先找到这个文件') });
    expect((await owners(root, '--host', 'github')).code).toBe(0);
  });

  test('wrong usage', async () => {
    const root = office();
    expect((await owners(root, '--host', 'bitbucket')).code).toBe(2);
    expect((await owners(root, '--write', '--check')).code).toBe(2);
    put(root, 'data/site.yaml', 'organisation: 某局\npolicies: [county-2021]\n');
    expect(await owners(root)).toMatchObject({ code: 2, err: expect.stringContaining('data/site.yaml 没有写托管平台') });
    // Workflows check in every installation, also where nobody named a host; a file that is there tells which it is.
    expect(await owners(root, '--check')).toMatchObject({ code: 0, out: expect.stringContaining('不用检查') });
    put(root, '.gitlab/CODEOWNERS', '* @somebody\n');
    expect(await owners(root, '--check')).toMatchObject({ code: 1, out: expect.stringContaining('+ [办公室 Office]') });
    put(root, 'data/site.yaml', 'organisation: [');
    expect((await owners(root)).code).toBe(1);
  });
});
