/** A small ledger in a real Git repository, in which people write, merge and sign; its root is a folder with a Chinese name. */
import { join } from 'node:path';
import { Repository } from './repository.ts';

export const ROOT = '台账';
const FOLDER = 'data/submissions/jianguan/2026';
export const fileOf = (id: string): string => `${FOLDER}/${id}.yaml`;

/** Somebody as Git has them: `名字 <邮箱>`. */
export const WRITER = '黄小雨 <huang@example.cn>';
export const HEAD = '陈海生 <chen@example.cn>';
export const OFFICE = '周启明 <zhou@example.cn>';
export const LEADER = '吴少芬 <wu@example.cn>';
export const HOST = 'GitHub <noreply@github.com>';

/** 科长 of the item's own unit, then 办公室主任; 局长 too for what is important. One point for a filing whose chain is complete. */
const POLICY = `id: p
title: 办法
in_force: { from: 2026-01-01 }
clauses: { 一: 每篇1分, 二: 科长、办公室主任审核, 三: 重要稿件报局长 }
rules:
  filed: { clause: 一, for: submission, points: 1 }
approval:
  clause: 二
  chains:
    - steps:
        - { step: 科长, whose: unit }
        - 办公室主任
        - { step: 局长, clause: 三, where: { important: true }, roles: [局长, 副局长], whose: { unit_class: 局领导 } }
`;

const PEOPLE = `people:
  - { id: huang, name: 黄小雨, unit: jianguan, roles: [信息员], git: { emails: [huang@example.cn] } }
  - { id: chen, name: 陈海生, unit: jianguan, roles: [科长], git: { emails: [chen@example.cn], users: [chen-hs] } }
  - { id: mo, name: 莫兰, unit: daiyu, roles: [科长], git: { emails: [mo@example.cn] } }
  - { id: zhou, name: 周启明, unit: bangong, roles: [办公室主任, 科长], git: { emails: [zhou@example.cn] }, to: 2026-06-30 }
  - { id: wu, name: 吴少芬, unit: lingdao, roles: [副局长], git: { emails: [wu@example.cn] } }
`;

const UNITS = `units:
  - { id: jianguan, name: 基金监管股, class: 股室 }
  - { id: daiyu, name: 待遇股, class: 股室 }
  - { id: bangong, name: 办公室, class: 股室 }
  - { id: lingdao, name: 局领导, class: 局领导, excluded: 不参评 }
`;

const site = (approvals: string): string => `organisation: 某局\ntime_zone: Asia/Shanghai\npolicies: [p]\n${approvals}`;

export class Approving extends Repository {
  get root(): string {
    return join(this.folder, ROOT);
  }

  /** With everything but submissions on main. */
  static open(approvals = 'approvals: { by: git }\n'): Approving {
    const one = new Approving();
    one.git('init', '--quiet', '--initial-branch', 'main');
    one.put('data/site.yaml', site(approvals));
    one.put('data/people.yaml', PEOPLE);
    one.put('data/units.yaml', UNITS);
    one.put('policies/p.yaml', POLICY);
    one.commit('登记');
    return one;
  }

  put(path: string, text: string): void {
    this.write(`${ROOT}/${path}`, text);
  }

  /** A submission as it lies on the disk; `more` are further lines. */
  file(id: string, more = ''): void {
    this.put(fileOf(id), `title: 稿件${id}\nunit: 基金监管股\nauthors: [黄小雨]\non: 2026-01-01\n${more}`);
  }

  /** Runs Git as `author`, and as `committer` where that is somebody else. */
  as(author: string, committer = author): this {
    this.people = { ...signed('AUTHOR', author), ...signed('COMMITTER', committer) };
    return this;
  }

  /** A submission written on a branch of its own, by its author; the branch stays checked out. */
  propose(id: string, more = '', message = '登记稿件'): this {
    this.git('switch', '--quiet', '--create', `b-${id}`, 'main');
    this.file(id, more);
    this.as(WRITER).commit(message);
    return this;
  }

  /** Merges the branch of a submission into main, as somebody, with what the message says at its end. */
  merge(id: string, by: string, ...trailers: string[]): string {
    this.git('switch', '--quiet', 'main');
    this.as(by, by).git('merge', '--quiet', '--no-ff', '--message', messageOf(trailers), `b-${id}`);
    return this.git('rev-parse', 'HEAD');
  }

  /** Squashes the branch of a submission into main, as a host does: the author stays, the host commits. */
  squash(id: string, committer: string, ...trailers: string[]): string {
    this.git('switch', '--quiet', 'main');
    this.git('merge', '--quiet', '--squash', `b-${id}`);
    return this.as(WRITER, committer).commit(messageOf(trailers));
  }
}

const messageOf = (trailers: readonly string[]): string => ['合并稿件', ...(trailers.length === 0 ? [] : ['', ...trailers])].join('\n');

function signed(part: 'AUTHOR' | 'COMMITTER', signature: string): Record<string, string> {
  const [, name = '', email = ''] = /^(.*) <(.*)>$/.exec(signature) ?? [];
  return { [`GIT_${part}_NAME`]: name, [`GIT_${part}_EMAIL`]: email };
}
