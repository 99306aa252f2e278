/** `tongbao demo`: writes a realistic ledger of any size from a seed, with the ordinance that it is kept under. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { demoFiles } from '../../demo/demo.ts';
import { DEMO_POLICIES } from '../../demo/settings/all.ts';
import type { Day } from '../../model/day.ts';
import { today } from '../../rim/clock.ts';
import { dayFrom, numberFrom } from '../options.ts';
import { PACKAGE } from '../package.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, Usage } from '../usage.ts';

/** The options as written. */
export interface WrittenDemo {
  readonly units: string;
  readonly months: string;
  readonly perMonth: string;
  readonly seed: string;
  readonly policy: string;
  readonly out: string;
  readonly asOf?: string;
}

export function demo(written: WrittenDemo, terminal: Terminal): number {
  const policy = DEMO_POLICIES.find((id) => id === written.policy);
  if (policy === undefined)
    throw new Usage(
      `没有办法“${written.policy}”的示例,--policy 可以写:${DEMO_POLICIES.join('、')}。`,
      `There is no demonstration for the ordinance “${written.policy}”; --policy takes ${DEMO_POLICIES.join(', ')}.`,
    );
  const options = {
    units: numberFrom('--units', written.units, 1, 500),
    months: numberFrom('--months', written.months, 1, 240),
    perMonth: numberFrom('--per-month', written.perMonth, 0, 100_000),
    seed: numberFrom('--seed', written.seed, 0, 999_999_999),
    policy,
    until: untilOf(written),
  };
  const folder = emptyFolder(written.out, terminal.directory);
  const count = writeAll(folder, demoFiles(options));
  copyPolicy(policy, folder);
  terminal.out(`已在 ${folder} 写入 ${count} 个文件。 Wrote ${count} files.\n运行 Run: tongbao check --root ${written.out}\n`);
  return EXIT.clean;
}

const untilOf = ({ asOf }: WrittenDemo): Day => (asOf === undefined ? today('Asia/Shanghai') : dayFrom(asOf));

/** A ledger is never written over another. */
function emptyFolder(written: string, directory: string): string {
  const folder = resolve(directory, written);
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0))
    throw new Usage(
      `${written} 里已有内容,示例不会覆盖它;请用 --out 换一个空文件夹。`,
      `${written} is not empty, and nothing is overwritten; choose another folder with --out.`,
    );
  return folder;
}

function writeAll(folder: string, files: Iterable<readonly [path: string, text: string]>): number {
  const made = new Set<string>();
  let count = 0;
  for (const [path, text] of files) {
    const file = join(folder, path);
    const own = dirname(file);
    if (!made.has(own)) mkdirSync(own, { recursive: true });
    made.add(own);
    writeFileSync(file, text);
    count += 1;
  }
  return count;
}

function copyPolicy(id: string, folder: string): void {
  mkdirSync(join(folder, 'policies'), { recursive: true });
  copyFileSync(join(PACKAGE, 'policies', `${id}.yaml`), join(folder, 'policies', `${id}.yaml`));
}
