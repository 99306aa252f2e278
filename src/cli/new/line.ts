/** Lines for a terminal. */
import type { Said } from '../../words/speech.ts';

export const line = ({ zh, en }: Said): string => `${zh} ${en}\n`;

/** What somebody else wrote, on one line and without signs that a terminal would obey. */
export const onOneLine = (text: string): string => text.replace(/\p{C}|\s/gu, ' ');
