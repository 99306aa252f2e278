/** What stands between the words of a text: comments and empty lines. What looks like one inside a text is none. */
import { Lexer } from 'yaml';

/** The comments in order, each with its #, without spaces at its end. */
export const commentsOf = (text: string): string[] =>
  text.includes('#')
    ? tokensOf(text)
        .filter((token) => token.startsWith('#'))
        .map((token) => token.trimEnd())
    : [];

/** One empty line where there were several. */
export function withoutGaps(text: string): string {
  if (!text.includes('\n\n\n')) return text;
  let breaks = 0;
  return tokensOf(text)
    .filter((token) => {
      breaks = token === '\n' ? breaks + 1 : 0;
      return breaks <= 2;
    })
    .join('');
}

/** The text in pieces. The marks that the library puts between them are left out. */
const tokensOf = (text: string): string[] => [...new Lexer().lex(text)].filter((token) => !MARKS.has(token));
const MARKS: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f']);
