/** The keys that a schema knows at a place, for the finding that names an unknown one. */
import type { z } from 'zod';

type Schema = z.core.$ZodTypes;

/** The keys of the mapping at `path` below `schema`, in the order of the schema; those of all branches where it is a union. */
export function keysAt(schema: z.core.$ZodType, path: readonly (string | number)[]): string[] {
  const reached = path.reduce<Schema[]>((schemas, key) => schemas.flatMap((one) => below(one, key)), unwrapped(schema));
  return [...new Set(reached.flatMap(({ _zod: { def } }) => (def.type === 'object' ? Object.keys(def.shape) : [])))];
}

/** Behind optional, default, pipe and the like; every branch of a union. */
function unwrapped(schema: z.core.$ZodType): Schema[] {
  const { def } = (schema as Schema)._zod;
  if (def.type === 'union') return def.options.flatMap(unwrapped);
  if (def.type === 'pipe') return unwrapped(def.in);
  if (def.type === 'lazy') return unwrapped(def.getter());
  return 'innerType' in def ? unwrapped(def.innerType as z.core.$ZodType) : [schema as Schema];
}

function below({ _zod: { def } }: Schema, key: string | number): Schema[] {
  if (def.type === 'object') return def.shape[key] === undefined ? [] : unwrapped(def.shape[key]);
  if (def.type === 'array') return unwrapped(def.element);
  return def.type === 'record' ? unwrapped(def.valueType) : [];
}
