/** The keys of a kind of record as options: made from its schema, so that a new key or a new kind needs nothing here. */
import type { z } from 'zod';
import { FOLDER_SCHEMAS, type RecordFolder } from '../../ledger/files.ts';
import type { Said } from '../../words/speech.ts';

type Schema = z.core.$ZodTypes;

export interface Key {
  readonly key: string;
  /** As it is written on a command line: --proof-on for proof_on. */
  readonly flag: string;
  readonly says: Said;
  /** A word that needs no more, such as --important. */
  readonly isTruth: boolean;
}

export const FOLDERS = Object.keys(FOLDER_SCHEMAS) as RecordFolder[];

/** In the order of the schema; the keys of all forms where a kind has several. */
export function keysOf(folder: RecordFolder): Key[] {
  const entries = shapesOf(FOLDER_SCHEMAS[folder] as unknown as Schema).flatMap((shape) => Object.entries(shape));
  return [...new Map(entries.toReversed())].toReversed().map(([key, schema]) => keyFrom(key, schema as Schema));
}

export const flagOf = (key: string): string => `--${key.replaceAll('_', '-')}`;

const keyFrom = (key: string, schema: Schema): Key => ({
  key,
  flag: flagOf(key),
  says: saidIn(schema),
  isTruth: innermost(schema)._zod.def.type === 'boolean',
});

function shapesOf({ _zod: { def } }: Schema): Readonly<Record<string, z.core.$ZodType>>[] {
  if (def.type === 'union') return def.options.flatMap((option) => shapesOf(option as Schema));
  return def.type === 'object' ? [def.shape] : [];
}

function innermost(schema: Schema): Schema {
  const { def } = schema._zod;
  return 'innerType' in def ? innermost(def.innerType as Schema) : schema;
}

/** The words of a key stand at the key itself, or at what it may hold where several keys share that. */
function saidIn(schema: Schema): Said {
  const described = [schema, innermost(schema)].map((one) => (one as unknown as z.ZodType).meta()?.description);
  const [zh, en] = String(described.find((words) => words !== undefined)).split('\n') as [string, string];
  return { zh, en };
}
