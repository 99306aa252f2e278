/** The ordinances that may be tried in the laboratory, as they are written. */
import type { Source } from '../site/lab/extract.ts';
import { parse } from '../source/parse.ts';
import { policyIdsIn } from './cases.ts';
import { readToShow } from './disk.ts';

/** Every ordinance under `policies/`, those in use first, the latest of them before the others. */
export function policiesToTry(root: string, inUse: readonly string[]): Source['policies'] {
  const others = policyIdsIn(root).filter((id) => !inUse.includes(id));
  return [...inUse.toReversed(), ...others].flatMap((id) => {
    const text = readToShow(root, `policies/${id}.yaml`);
    return text === null ? [] : [{ id, text, inUse: inUse.includes(id), written: parse(`policies/${id}.yaml`, text).value }];
  });
}
