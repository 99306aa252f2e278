/** 指南: what each of the four kinds of people needs to know, in each language. */
import { en } from './guide/en.ts';
import type { GuideWords } from './guide/guide.ts';
import { zh } from './guide/zh.ts';
import type { Language } from './speech.ts';

export { type Block, GUIDES, type Guide, type GuideName, type GuidePart } from './guide/guide.ts';

/** The guides in one language. */
export const guideWords = (language: Language): GuideWords => ({ zh, en })[language];
