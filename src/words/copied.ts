/** Words beside what can be copied. */
import type { Language } from './speech.ts';

const zh = { copy: '复制', copied: '已复制', select: '已选中，请按 Ctrl+C 复制' };
const en: typeof zh = { copy: 'Copy', copied: 'Copied', select: 'Selected: press Ctrl+C' };

export const copiedWords = (language: Language): typeof zh => ({ zh, en })[language];
