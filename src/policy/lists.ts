/** Something that is written as one value or as a list, as a list. */
export const asList = <T>(written: T | readonly T[] | undefined): readonly T[] =>
  written === undefined ? [] : Array.isArray(written) ? written : [written as T];
