/** Asked of the configuration itself: the environment variable BASE_URL, which other tools set too, would pass for `import.meta.env.BASE_URL`. */
import { base } from 'astro:config/client';
import { languageOf, pathIn } from '../site/links.ts';
import type { Language } from '../words/speech.ts';

const START = base.endsWith('/') ? base : `${base}/`;

/** What a component knows of where it stands: its `Astro`. */
export interface Standing {
  readonly params: Readonly<Record<string, string | number | undefined>>;
}

/** The address, as a browser needs it under the path where the site is served, of what stands at a path relative to the start of the site. */
export const hrefIn = (language: Language, path: string): string => (/^(https?:|#)/.test(path) ? path : `${START}${pathIn(language, path)}`);

const HREFS = { zh: (path: string) => hrefIn('zh', path), en: (path: string) => hrefIn('en', path) };

/** How a component addresses what it leads to: pages in the language of the page on which it stands. */
export const hrefOf = ({ params }: Standing): ((path: string) => string) => HREFS[languageOf(params.lang as string | undefined)];
