/** Of which language a text is, for pages in English: names, titles and clauses are data, and stay Chinese on them. */

const HAN = /\p{Script=Han}/u;
/** A word in small letters between blanks or stops, as Chinese texts never have one: capitals (DIP, Q3, 5G) and signs may stand in them. */
const ENGLISH = /(?<![^\s(“])[A-Z]?[a-z]+(?=[\s.,:;)”]|$)/;

/** Whether a text is Chinese throughout. A name inside an English sentence does not make it Chinese. */
export const isChinese = (text: string): boolean => HAN.test(text) && !ENGLISH.test(text);
