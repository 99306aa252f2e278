/** A small office that keeps its ledger in a real Git repository and issues its bulletins there. Values under county-2021, by hand. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { bulletinText } from '../../src/bulletin/text.ts';
import { writtenIn } from '../../src/bulletin/verify.ts';
import { sealOf } from '../../src/ledger/bulletins.ts';
import type { WrittenBulletin } from '../../src/ledger/written/bulletin.ts';
import { runIn, type Told } from '../cli/terminal.ts';
import { bureau } from '../support/bureau.ts';
import { Repository } from './repository.ts';
import { newFolder } from './root.ts';

const POLICIES = join(import.meta.dirname, '..', '..', 'policies');
const REGISTERS = ['data/site.yaml', 'data/units.yaml', 'data/people.yaml', 'data/outlets.yaml'];

/** The filings: fuwu on 5 January and 5 February, jijin on 6 January and 3 March; each adopted once. */
const SUBMISSIONS: Readonly<Record<string, [unit: string, on: string, form: string, author: string]>> = {
  'a-jan': ['fuwu', '2026-01-05', '综合', 'wang'],
  'b-jan': ['jijin', '2026-01-06', '简讯', 'li'],
  'a-feb': ['fuwu', '2026-02-05', '综合', 'wang'],
  'b-mar': ['jijin', '2026-03-03', '综合', 'li'],
};

/** 3 points for fuwu and 3 for jijin in January, 6 for fuwu in February, 3 for jijin in March. */
const ADOPTIONS: Readonly<Record<string, [submission: string, outlet: string, on: string]>> = {
  'a-jan-site': ['a-jan', 'site', '2026-01-10'],
  'b-jan-daily': ['b-jan', 'daily', '2026-01-12'],
  'a-feb-daily': ['a-feb', 'daily', '2026-02-10'],
  'b-mar-site': ['b-mar', 'site', '2026-03-09'],
};

export const submissionFile = (id: string): string => `data/submissions/${SUBMISSIONS[id]?.[0]}/2026/${id}.yaml`;
export const adoptionFile = (id: string): string => `data/adoptions/2026/${id}.yaml`;
export const lockFile = (id: string): string => `data/bulletins/${id}.yaml`;

/** Adopted once more, by the daily of the city on 20 January: 6 points instead of 3. */
export const LATE: readonly [file: string, text: string] = [
  adoptionFile('a-jan-daily'),
  stringify({ submission: 'a-jan', outlet: 'daily', on: '2026-01-20' }),
];

function ledgerFiles(): Record<string, string> {
  const files: Record<string, unknown> = Object.fromEntries([...bureau()].filter(([file]) => REGISTERS.includes(file)));
  files['data/bulletins.yaml'] = { office: '某县医疗保障局办公室' };
  files['data/site.yaml'] = { organisation: '某县医疗保障局', policies: ['county-2021'], since: '2026-01-01' };
  for (const [id, [unit, on, form, author]] of Object.entries(SUBMISSIONS))
    files[submissionFile(id)] = { title: `稿件${id}`, unit, authors: [author], on, form };
  for (const [id, [submission, outlet, on]] of Object.entries(ADOPTIONS)) files[adoptionFile(id)] = { submission, outlet, on };
  return Object.fromEntries(Object.entries(files).map(([file, value]) => [file, stringify(value)]));
}

export class Office extends Repository {
  /** Where the ledger lies in the repository, with a slash at its end. */
  private readonly prefix: string;
  /** The day on which everything is done. */
  protected readonly today: string = '2026-06-30';

  constructor(folder: string = newFolder(), prefix = '') {
    super(folder);
    this.prefix = prefix;
  }

  /** The office with its ledger committed and no bulletin yet. */
  static open(prefix = ''): Office {
    const office = new Office(newFolder(), prefix);
    office.git('init', '--quiet', '--initial-branch', 'main');
    for (const [file, text] of Object.entries(ledgerFiles())) office.put(file, text);
    cpSync(POLICIES, join(office.root, 'policies'), { recursive: true });
    office.commit('台账');
    return office;
  }

  get root(): string {
    return join(this.folder, this.prefix);
  }

  /** A file under the root. */
  put(file: string, text: string): void {
    this.write(this.prefix + file, text);
  }

  take(file: string): string {
    return readFileSync(join(this.root, file), 'utf8');
  }

  drop(file: string): void {
    this.delete(this.prefix + file);
  }

  /** Replaces a part of a file that has to be there. */
  edit(file: string, before: string, after: string): void {
    const text = this.take(file);
    if (!text.includes(before)) throw new Error(`no ${before} in ${file}`);
    this.put(file, text.replace(before, after));
  }

  lock(id: string): WrittenBulletin {
    return writtenIn(lockFile(id), this.take(lockFile(id))) as WrittenBulletin;
  }

  /** Changes what a bulletin says and seals it again, as somebody would who knows the program. */
  forge(id: string, change: (bulletin: WrittenBulletin) => WrittenBulletin): void {
    const forged = change(this.lock(id));
    this.put(lockFile(id), bulletinText({ ...forged, seal: sealOf(forged) }));
  }

  tell(...argv: string[]): Promise<Told> {
    return runIn({ directory: this.root }, ...argv, '--as-of', this.today);
  }

  /** Writes the bulletin of a period. */
  async propose(period: string): Promise<void> {
    const { code, out, err } = await this.tell('bulletin', period);
    if (code !== 0) throw new Error(out + err);
  }

  /** Writes and commits it; gives the commit. */
  async issue(period: string): Promise<string> {
    await this.propose(period);
    return this.commit(`通报 ${period}`);
  }

  verify(...argv: string[]): Promise<Told> {
    return this.tell('verify', ...argv);
  }

  /** What verifying says of each bulletin, as programs read it. */
  async verified(...argv: string[]): Promise<{ code: number; [key: string]: unknown } & { bulletins: VerifiedJson[]; withdrawn: unknown[] }> {
    const { code, out, err } = await this.verify('--format', 'json', ...argv);
    if (out === '') throw new Error(err);
    return { code, ...JSON.parse(out) };
  }

  /** A copy in a folder of its own, history and all. */
  copy(): Office {
    const office = new Office(newFolder(), this.prefix);
    cpSync(this.folder, office.folder, { recursive: true });
    return office;
  }
}

export interface VerifiedJson {
  readonly period: string;
  readonly verdict: string;
  readonly issued: { readonly commit: string; readonly edits: readonly string[] } | null;
  readonly reissued: readonly string[];
  readonly computedFrom: string | null;
  readonly tampering: readonly {
    readonly code: string;
    readonly by?: readonly (string | null)[];
    readonly changes?: readonly { path: string; before?: unknown; after?: unknown }[];
    readonly cited?: readonly string[];
  }[];
  readonly unproved: readonly { readonly code: string }[];
  readonly corrections: readonly Readonly<Record<string, unknown>>[];
}
