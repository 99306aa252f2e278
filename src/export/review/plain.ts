/**
 * What somebody wrote, made harmless for a comment on a host: Markdown and HTML are shown as they are; what hosts make links of by themselves
 * (mentions, numbers of issues, addresses) is broken by a sign without width, since some hosts look for it after all escapes; signs that turn the
 * direction of writing or control a terminal are left out.
 */
import { escaped, inline } from '../bulletin/markdown.ts';

/** How many signs of a text are shown. */
const MOST = 600;

/** Inside a line. */
export const plain = (text: string): string => inline(unlinked(cutAt(oneLine(text))));

/** At the beginning of a line, where some signs mean more. */
export const plainLine = (text: string): string => escaped(unlinked(cutAt(oneLine(text))));

/** Between HTML tags, where Markdown means nothing. */
export const plainHtml = (text: string): string => unlinked(cutAt(oneLine(text))).replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The name of a file: nothing in code is made a link of. */
export const plainCode = (text: string): string => inline(cutAt(oneLine(text)));

/** Controls, marks of direction and other signs that are not seen go; blanks and ends of lines are one blank. */
export const oneLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .trim();

function cutAt(text: string): string {
  if (text.length <= MOST) return text;
  return `${[...text].slice(0, MOST).join('')}…`;
}

const GAP = '\u200B';

const unlinked = (text: string): string =>
  text
    .replace(/[@#!~%$&](?=[\p{L}\p{N}_"])/gu, (sign) => sign + GAP)
    .replace(/:(?=\/\/|[\w+-]+:)/g, `:${GAP}`)
    .replace(/\b(www|mailto|xmpp)(?=[.:])/gi, `$1${GAP}`);
