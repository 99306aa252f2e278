/** A mapping file that was named on the command line. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { reportText } from '../../export/report.ts';
import { show } from '../../export/shown.ts';
import type { WrittenMapping } from '../../filing/sheet/mapping.ts';
import { openMapping } from '../../filing/sheet/mapping-file.ts';
import { paintFor, type Terminal } from '../terminal.ts';
import { Usage } from '../usage.ts';

/** What it says; its faults are told, with their lines. */
export function readMapping(named: string, terminal: Terminal): WrittenMapping | 'faulty' {
  const path = resolve(terminal.directory, named);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new Usage(`没有文件 ${named}。`, `There is no file ${named}.`);
  const text = new TextDecoder().decode(readFileSync(path));
  const { mapping, findings } = openMapping(named, text);
  if (mapping !== null) return mapping;
  terminal.err(
    reportText(
      show(findings, () => text),
      paintFor(terminal),
    ),
  );
  return 'faulty';
}
