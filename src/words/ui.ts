/** Every string of the site, in one place per language: Chinese is the default, English says the same. */
import type { Language } from './speech.ts';
import { en } from './ui/en.ts';
import { type Ui, zh } from './ui/zh.ts';

export type { Ui } from './ui/zh.ts';

/** The strings of the site in one language. */
export const ui = (language: Language): Ui => ({ zh, en })[language];
