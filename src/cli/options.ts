/** From what was written on the command line to what is meant. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Day, dayOf } from '../model/day.ts';
import { type Period, parsePeriod } from '../model/period.ts';
import { Usage } from './usage.ts';

/** An existing folder, made absolute. */
export function folderOf(written: string, directory: string): string {
  const folder = resolve(directory, written);
  if (!existsSync(folder)) throw new Usage(`--root 指的文件夹不存在:${written}。`, `The folder given with --root does not exist: ${written}.`);
  if (!statSync(folder).isDirectory()) throw new Usage(`--root 要指向文件夹,${written} 不是。`, `--root wants a folder, and ${written} is none.`);
  return folder;
}

export function dayFrom(written: string, option = '--as-of'): Day {
  const day = dayOf(written);
  if (day === null)
    throw new Usage(`没有“${written}”这一天,${option} 请写成 2026-03-05 的形式。`, `There is no day “${written}”; write ${option} like 2026-03-05.`);
  return day;
}

export function periodFrom(written: string): Period {
  const period = parsePeriod(written);
  if (period === null)
    throw new Usage(
      `看不懂周期“${written}”。可以写:2026、2026-H1、2026-Q1、2026-03、2026-W05、2026-03-05,或 2026-07-01..2026-10-09。`,
      `“${written}” is no period. Write 2026, 2026-H1, 2026-Q1, 2026-03, 2026-W05, 2026-03-05 or 2026-07-01..2026-10-09.`,
    );
  return period;
}

/** One of the formats that a command has. */
export function formatFrom<F extends string>(written: string, formats: readonly F[]): F {
  const format = formats.find((one) => one === written);
  if (format === undefined)
    throw new Usage(
      `这个命令没有“${written}”格式,--format 可以写:${formats.join('、')}。`,
      `This command has no format “${written}”; --format takes ${formats.join(', ')}.`,
    );
  return format;
}

/** A whole number from `least` to `most`. */
export function numberFrom(option: string, written: string, least: number, most: number): number {
  const number = /^\d{1,9}$/.test(written) ? Number(written) : Number.NaN;
  if (!(number >= least && number <= most))
    throw new Usage(
      `${option} 要写 ${least} 到 ${most} 的整数,“${written}”不是。`,
      `${option} wants a whole number from ${least} to ${most}, and “${written}” is none.`,
    );
  return number;
}
