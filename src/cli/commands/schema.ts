/** `tongbao schema`: writes the JSON Schemas for editors, or checks that they are up to date. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { editorSchema } from '../../export/editor-schemas.ts';
import { genericSchema, SCHEMA_KINDS, schemaText } from '../../export/schemas.ts';
import { openRoot } from '../../rim/open.ts';
import { PACKAGE } from '../package.ts';
import type { Setting } from '../setting.ts';
import { EXIT, Usage } from '../usage.ts';

/** In `data/.schema/` what this ledger's editors use; in this package's own `public/schema/` what is published. */
export function schema({ root, terminal }: Setting<'text'>, onlyCheck: boolean): number {
  const stale = [...schemaFiles(root)].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  if (stale.length === 0) {
    terminal.out('JSON Schema 都是最新的。 The JSON Schemas are up to date.\n');
    return EXIT.clean;
  }
  if (!onlyCheck) for (const [path, text] of stale) write(path, text);
  const [zh, en] = onlyCheck ? ['已过时,请运行 tongbao schema', 'stale; run tongbao schema'] : ['已更新', 'written'];
  terminal.out(stale.map(([path]) => `${path}: ${zh} ${en}\n`).join(''));
  return onlyCheck ? EXIT.findings : EXIT.clean;
}

function* schemaFiles(root: string): Generator<readonly [path: string, text: string]> {
  const { ledger, policies, plan } = openRoot(root);
  if (ledger === null)
    throw new Usage('这里没有可用的 data/site.yaml,请先运行 tongbao check。', 'There is no usable data/site.yaml here; run tongbao check first.');
  for (const kind of SCHEMA_KINDS) {
    yield [join(root, 'data', '.schema', `${kind}.json`), schemaText(editorSchema(kind, ledger, policies, plan))];
    if (root === PACKAGE) yield [join(root, 'public', 'schema', `${kind}.json`), schemaText(genericSchema(kind))];
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
