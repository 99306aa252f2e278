/** What the words of the interface are made of: always Chinese and English, what is the matter and what to do about it. */
import type { Fault } from '../model/finding.ts';

export type Language = 'zh' | 'en';
export const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[];

/** The same thing said in each language. */
export type Said<T = string> = Readonly<Record<Language, T>>;

/** What is wrong, and how to mend it. Both are whole sentences. */
export interface Words {
  readonly what: string;
  readonly remedy: string;
}

/** The member of a union that has the code, also where it shares it with others. */
export type Coded<U extends { readonly code: string }, C extends string> = U extends { readonly code: infer K } ? (C extends K ? U : never) : never;

/** Words for every code of a family of faults: the compiler asks for those that are missing. */
export type Speech<F extends Fault> = { readonly [C in F['code']]: (fault: Coded<F, C>) => Said<Words> };

type Sentences = readonly [what: string, remedy: string];

export const say = (zh: Sentences, en: Sentences): Said<Words> => ({ zh: wordsOf(zh), en: wordsOf(en) });

const wordsOf = ([what, remedy]: Sentences): Words => ({ what, remedy });

/** The question for a name that was probably meant; nothing where none is near. */
export const meant = (nearest: string | null): Said =>
  nearest === null ? NOTHING : { zh: `是不是${quoted(nearest)}?`, en: `Did you mean ${quoted(nearest)}? ` };

const NOTHING: Said = { zh: '', en: '' };

/** How much of something that was written is repeated to the writer. */
const MOST = 60;

/** What somebody wrote, in quotes, on one line and not too long. */
export function quoted(written: string): string {
  const characters = [...written.replace(/\s+/g, ' ')];
  return `“${characters.length > MOST ? `${characters.slice(0, MOST).join('')}…` : characters.join('')}”`;
}

/** Names one after another, at most `most` of them. */
export function listed(names: readonly string[], most = 12): Said {
  const shown = names.slice(0, most);
  const more = names.length - shown.length;
  return {
    zh: shown.join('、') + (more > 0 ? `等 ${names.length} 个` : ''),
    en: shown.join(', ') + (more > 0 ? ` and ${more} more` : ''),
  };
}
