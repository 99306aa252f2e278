/**
 * The dialect of YAML that we accept: one document of YAML 1.2 (core schema); no anchors, aliases, tags, merge keys or directives; keys are plain words.
 * What may stand here reads the same in every YAML library, in an editor, and to a person.
 */
import { floatCoreTag, intCoreTag, NOT_RESOLVED } from 'js-yaml';

/** How deep lists and mappings may nest. */
export const NESTING_LIMIT = 40;

export type Feature = 'anchor' | 'alias' | 'tag' | 'merge-key' | 'documents' | 'directive' | 'complex-key' | 'special-number';

/** What is wrong with a key written `source` without quotes: a key that YAML reads as something else than this text has a second, hidden name. */
export function faultOfPlainKey(source: string): Feature | null {
  if (source === '<<') return 'merge-key';
  if (source === '' || source === '__proto__' || CONSTANT.test(source)) return 'complex-key';
  return isNumber(source) && String(Number(source)) !== source ? 'complex-key' : null;
}

/** What is wrong with a quoted key: JavaScript would take `__proto__` for something else. */
export const faultOfQuotedKey = (name: string): Feature | null => (name === '__proto__' ? 'complex-key' : null);

/** `.inf` and `.nan` are numbers to YAML, and nothing that can be counted; JSON has no word for them. */
export const isSpecialNumber = (source: string): boolean => SPECIAL.test(source);

const CONSTANT = /^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE)$/;
const SPECIAL = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const NUMBER_START = /^[-+.0-9]/;

const isNumber = (source: string): boolean =>
  NUMBER_START.test(source) && (intCoreTag.resolve(source, false, '') !== NOT_RESOLVED || floatCoreTag.resolve(source, false, '') !== NOT_RESOLVED);
