/** `tongbao hook`: writes the pre-commit hook of this repository. Only when somebody asks for it, and never over one that is there. */
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { git } from '../../rim/git.ts';
import type { Setting } from '../setting.ts';
import { EXIT, Usage } from '../usage.ts';

export function hook({ root, terminal }: Setting<'text'>): number {
  const { folder, prefix } = hooksOf(root);
  const file = join(folder, 'pre-commit');
  const line = checking(prefix);
  if (existsSync(file))
    throw new Usage(
      `${file} 已经有了,不会覆盖。请在里面加上一行:${line}`,
      `${file} is there already and is not written over. Add this line to it: ${line}`,
    );
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, script(line), { flag: 'wx' });
  chmodSync(file, 0o755);
  terminal.out(
    `已写入 ${file}:以后每次提交前检查暂存的记录。不用了就删除它;一次不检查:git commit --no-verify。\n` +
      `Written: ${file}. Staged records are checked before every commit. Delete it to stop that; git commit --no-verify skips it once.\n`,
  );
  return EXIT.clean;
}

/** Git for Windows runs it with a shell of its own, too. */
const script = (line: string): string => `#!/bin/sh
# 通报:提交前检查暂存的记录。不用了就删除这个文件;一次不检查:git commit --no-verify
# Tongbao: checks the staged records before a commit. Delete this file to stop it; git commit --no-verify skips it once.
if ! command -v npx >/dev/null 2>&1; then
  echo "tongbao: 找不到 npx,没有检查暂存的记录。 npx was not found, so staged records were not checked." >&2
  exit 0
fi
exec ${line}
`;

/** A hook starts at the top of the work tree; the root may lie deeper. */
const checking = (prefix: string): string => `npx --no -- tongbao check --staged${prefix === '' ? '' : ` --root ${quoted(prefix)}`}`;

const quoted = (path: string): string => `'${path.replaceAll("'", "'\\''")}'`;

/** Where Git looks for the hooks of this repository. A folder that all repositories of a person share is nothing to write into. */
function hooksOf(root: string): { folder: string; prefix: string } {
  const told = git(root, ['rev-parse', '--show-toplevel', '--git-common-dir', '--git-path', 'hooks', '--show-prefix']);
  if ('fault' in told) throw new Usage('这里不是 Git 仓库,或者没有安装 Git。', 'This is no Git repository, or Git is not installed.');
  const [top = '', common = '', hooks = '', prefix = ''] = told.out.toString('utf8').split('\n');
  const folder = resolve(root, hooks);
  if (![top, resolve(root, common)].some((own) => folder.startsWith(`${resolve(own)}${sep}`)))
    throw new Usage(
      `core.hooksPath 指向各仓库共用的 ${folder},没有写入。可以在其中的 pre-commit 里加上:${checking(prefix)}`,
      `core.hooksPath leads to ${folder}, which other repositories share; nothing was written. Its pre-commit may say: ${checking(prefix)}`,
    );
  return { folder, prefix: prefix.replace(/\/$/, '') };
}
