/** What is found besides submissions: the form of the file that the build writes and the browser reads. */
export const SEARCH_KINDS = ['units', 'people', 'outlets', 'policies', 'bulletins'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Its name, where it stands, further names or words of it, and a word on where it belongs. */
export type Findable = readonly [name: string, path: string, words: string, about: string];

export type SearchData = Readonly<Record<SearchKind, readonly Findable[]>>;
