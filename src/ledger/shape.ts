/** From a plain value to the written form that a schema describes, or to findings that say where it departs. */
import type { z } from 'zod';
import type { Finding } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import { findingsOf } from './issues.ts';

export interface Shaped<T> {
  /** Undefined when anything is wrong: nothing is bent into shape. */
  readonly value: T | undefined;
  readonly findings: readonly Finding[];
}

const NONE: readonly Finding[] = [];

/** Holds `value`, which stands at `place`, against `schema`. */
export function shape<S extends z.ZodType>(schema: S, value: unknown, place: Place): Shaped<z.output<S>> {
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data, findings: NONE };
  return { value: undefined, findings: result.error.issues.flatMap((issue) => findingsOf(issue, { schema, value, place })) };
}
