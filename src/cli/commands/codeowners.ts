/** `tongbao codeowners`: who has to look at a change of which file, in the words of the host. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeowners, HOSTS, type Host, PLACES } from '../../export/codeowners.ts';
import { ownersOf } from '../../filing/owners.ts';
import { openIdentities } from '../../ledger/identities.ts';
import { git } from '../../rim/git.ts';
import { ownersWords } from '../../words/owners.ts';
import { open, type Setting } from '../setting.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, Usage } from '../usage.ts';

export interface WrittenOwners {
  readonly host?: string | undefined;
  readonly write?: true | undefined;
  readonly check?: true | undefined;
}

export function codeownersCommand(setting: Setting<'text'>, { host: written, write, check }: WrittenOwners): number {
  if (write && check) throw new Usage('--write 和 --check 只能写一个。', 'Give either --write or --check.');
  const found = open(setting);
  if (found === null) return EXIT.findings;
  const { top, prefix } = topOf(setting.root);
  const named = written ?? found.ledger.site.repository?.host ?? (check ? HOSTS.find((one) => existsSync(join(top, PLACES[one].own))) : undefined);
  if (named === undefined && check) return absent('CODEOWNERS', setting.terminal);
  const host = hostFrom(named);
  const owners = ownersOf({ ...found.opened, ledger: found.ledger, identities: openIdentities(found.opened.values), on: found.asOf });
  const path = join(top, PLACES[host].own);
  const text = codeowners(owners, host, prefix);
  if (check && !existsSync(path)) return absent(PLACES[host].own, setting.terminal);
  for (const fault of owners.faults) tell(fault, setting.terminal);
  const shadowed = tellShadow(host, top, setting.terminal);
  const stale = act({ path, named: PLACES[host].own, text }, { write, check }, setting.terminal);
  return stale || shadowed || owners.faults.length > 0 ? EXIT.findings : EXIT.clean;
}

function hostFrom(named: string | undefined): Host {
  const known = HOSTS.find((one) => one === named);
  if (known !== undefined) return known;
  throw new Usage(
    `${named === undefined ? 'data/site.yaml 没有写托管平台,' : `没有托管平台“${named}”,`}--host 可以写:${HOSTS.join('、')}。`,
    `${named === undefined ? 'data/site.yaml names no host;' : `There is no host “${named}”;`} --host takes ${HOSTS.join(', ')}.`,
  );
}

/** The top of the repository that the root lies in, and the way down from it; the root itself outside of any. */
function topOf(root: string): { top: string; prefix: string } {
  const answer = git(root, ['rev-parse', '--show-prefix']);
  const prefix = 'fault' in answer ? '' : answer.out.toString('utf8').replace(/\n$/, '');
  return {
    top: join(
      root,
      ...prefix
        .split('/')
        .filter((part) => part !== '')
        .map(() => '..'),
    ),
    prefix,
  };
}

function tell(fault: Parameters<typeof ownersWords>[0], { err }: Terminal): void {
  const { zh, en } = ownersWords(fault);
  err(`data/people.yaml  ${fault.code}\n  ${zh.what}${zh.remedy}\n  ${en.what} ${en.remedy}\n`);
}

/** Another file that the host finds first makes this one void. */
function tellShadow(host: Host, top: string, { err }: Terminal): boolean {
  const shadow = PLACES[host].before.find((place) => existsSync(join(top, place)));
  if (shadow === undefined) return false;
  err(
    `${shadow}\n  ${host} 先找到这个文件,就不读 ${PLACES[host].own} 了;请删去它,或把其中的内容并过去。\n  ${host} finds this file first and does not read ${PLACES[host].own}; remove it, or move what it says.\n`,
  );
  return true;
}

/** A repository that keeps no such file has nothing to be out of date. */
function absent(file: string, { out }: Terminal): number {
  out(`没有 ${file},不用检查。 There is no ${file}; nothing to check.\n`);
  return EXIT.clean;
}

interface File {
  readonly path: string;
  readonly named: string;
  readonly text: string;
}

/** Prints, writes or compares; true where the file is out of date and stays so. */
function act({ path, named, text }: File, { write, check }: WrittenOwners, { out }: Terminal): boolean {
  if (!write && !check) {
    out(text);
    return false;
  }
  const there = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (there === text) {
    out(`${named} 是最新的。 ${named} is up to date.\n`);
    return false;
  }
  if (check) {
    out(`${named} 已过时,请运行 tongbao codeowners --write。 It is out of date; run tongbao codeowners --write.\n${difference(there, text)}`);
    return true;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  out(`已写入 ${named}。 Written: ${named}.\n`);
  return false;
}

/** Lines that go and lines that come; order matters to hosts, so where only that differs all lines are shown. */
function difference(there: string, text: string): string {
  const [before, after] = [there.split('\n'), text.split('\n')];
  const gone = before.filter((line) => !after.includes(line));
  const come = after.filter((line) => !before.includes(line));
  const [minus, plus] = gone.length + come.length === 0 ? [before, after] : [gone, come];
  return [...minus.map((line) => `- ${line}\n`), ...plus.map((line) => `+ ${line}\n`)].join('');
}
