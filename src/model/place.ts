/** Where something stands: a file, relative to the root with `/`, and the path of keys inside it. */
export interface Place {
  readonly file: string;
  readonly path: readonly (string | number)[];
  /** Whether the key itself is meant, not what it holds. */
  readonly key?: true;
}

export const placeOf = (file: string, ...path: (string | number)[]): Place => ({ file, path });

/** The same place, some keys deeper. */
export const within = (place: Place, ...path: (string | number)[]): Place => ({ file: place.file, path: [...place.path, ...path] });

/** The key at the end of `place`, as against its value. */
export const keyAt = (place: Place): Place => ({ ...place, key: true });
