/** The message of a merge that names who approved, as trailers that `git interpret-trailers` reads: what hosts without such a template lack. */
import type { Signature } from '../model/commit.ts';

export interface Merging {
  readonly title: string;
  readonly number: number;
  readonly url: string;
  readonly approved: readonly Signature[];
  readonly mergedBy: Signature | null;
}

export interface Message {
  readonly title: string;
  readonly body: string;
}

/** A title of somebody else's making stays on its line, and a name inside its trailer. */
export const messageOf = ({ title, number, url, approved, mergedBy }: Merging): Message => ({
  title: `${onOneLine(title, MOST)} (#${number})`,
  body: [
    `Reviewed-on: ${onOneLine(url)}`,
    ...approved.map((who) => `Approved-by: ${contactOf(who)}`),
    ...(mergedBy === null ? [] : [`Merged-by: ${contactOf(mergedBy)}`]),
  ].join('\n'),
});

const MOST = 200;

/** Without control characters, among them those that change the direction of writing. */
const onOneLine = (text: string, most = Number.POSITIVE_INFINITY): string =>
  [...text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()].slice(0, most).join('');

const contactOf = ({ name, email }: Signature): string => `${onOneLine(name).replace(/[<>]/g, '')} <${onOneLine(email).replace(/[<>\s]/g, '')}>`;

/** What a host says of a review. */
export interface Review {
  readonly login: string;
  readonly id: number;
  readonly state: string;
  /** The commit that was looked at. */
  readonly commit: string;
}

export interface Reviews {
  /** The last word of each: approved, of what is to be merged. */
  readonly approved: readonly Review[];
  /** Approved before the last push: of another text. */
  readonly stale: readonly Review[];
  readonly refused: readonly Review[];
}

/** Sorts reviews, in the order in which they were given; a mere comment takes nothing back. */
export function reviewsOf(all: readonly Review[], head: string): Reviews {
  const last = new Map(all.filter(({ state }) => WORDS.includes(state)).map((review) => [review.login.toLowerCase(), review]));
  const those = (wanted: (review: Review) => boolean): Review[] => [...last.values()].filter(wanted);
  return {
    approved: those(({ state, commit }) => state === 'APPROVED' && commit === head),
    stale: those(({ state, commit }) => state === 'APPROVED' && commit !== head),
    refused: those(({ state }) => state === 'CHANGES_REQUESTED'),
  };
}

const WORDS: readonly string[] = ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED'];

/** The address that GitHub gives to those who keep theirs private; it holds the user name, by which `approvals` knows people. */
export const privateAddress = (login: string, id: number | null): string => `${id === null ? '' : `${id}+`}${login}@users.noreply.github.com`;
