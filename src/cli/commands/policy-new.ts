/** `tongbao policy new`: writes the file of a new ordinance, with a comment for each part. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scaffold } from '../../export/scaffold.ts';
import { answersFrom, type WrittenAnswers } from '../answers.ts';
import type { Setting } from '../setting.ts';
import { EXIT, Usage } from '../usage.ts';

/** Never over a file that is there. */
export async function policyNew({ root, terminal }: Setting<'text'>, id: string, written: WrittenAnswers): Promise<number> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    throw new Usage(
      `编号“${id}”只能用小写字母、数字和连字符,如 county-2026。`,
      `The id “${id}” takes lower-case letters, digits and hyphens only, like county-2026.`,
    );
  const file = `policies/${id}.yaml`;
  if (existsSync(join(root, file))) throw new Usage(`${file} 已经存在,不会覆盖。`, `${file} is there already and is not written over.`);
  const text = scaffold(await answersFrom(id, written, terminal));
  mkdirSync(join(root, 'policies'), { recursive: true });
  writeFileSync(join(root, file), text, { flag: 'wx' });
  terminal.out(
    `已写入 ${file}。接下来:粘贴条文,运行 tongbao policy show ${id} 核对,在 data/site.yaml 的 policies 中加上 ${id}。\n` +
      `Written: ${file}. Next: paste the text, compare it with tongbao policy show ${id}, and name ${id} under policies in data/site.yaml.\n`,
  );
  return EXIT.clean;
}
