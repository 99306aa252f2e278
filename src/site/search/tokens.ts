/**
 * How text is cut for the search. Chinese has no blanks between words, so that any two signs side by side are a token: a word is then found wherever
 * it stands, and nobody has to know where words begin. A run of signs ends at punctuation, so that no token bridges two clauses.
 */

/** The text as it is compared: full width as half width, capitals as small letters. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

const RUNS = /[\p{L}\p{M}\p{N}]+/gu;
const PIECES = /\p{Script=Han}+|[^\p{Script=Han}\p{N}]+|\p{N}+/gu;
const HAN = /^\p{Script=Han}/u;

/** What stands between blanks and punctuation; a hit has every run of the question, unbroken. */
export const runsOf = (text: string): string[] => folded(text).match(RUNS) ?? [];

/** What an index holds of a text. The last sign of a run stands for itself: with it every sign begins a token, and a single one is found too. */
export const tokensOf = (text: string): string[] => piecesOf(text).flatMap((piece) => (HAN.test(piece) ? signsOf(piece, true) : [piece]));

/** What is looked up for a question; a single sign is the beginning of tokens. */
export const termsOf = (text: string): string[] => piecesOf(text).flatMap((piece) => (HAN.test(piece) ? signsOf(piece, false) : [piece]));

const piecesOf = (text: string): string[] => runsOf(text).flatMap((run) => run.match(PIECES) ?? []);

function signsOf(piece: string, withLast: boolean): string[] {
  const signs = Array.from(piece);
  const pairs = signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
  return withLast || signs.length === 1 ? [...pairs, signs.at(-1) as string] : pairs;
}

/** Whether every run of a question stands in one of the texts, which are folded. */
export const hasAll = (runs: readonly string[], texts: readonly string[]): boolean => runs.every((run) => texts.some((text) => text.includes(run)));

/** A text in parts, with those marked that a run of the question hits. */
export interface Part {
  readonly text: string;
  readonly hit: boolean;
}

/** Where the runs stand in a text, as it is written: folding may change its length. */
export function marked(text: string, runs: readonly string[]): Part[] {
  const { plain, origin } = traced(text);
  const hits = new Array<boolean>(text.length).fill(false);
  for (const run of runs)
    for (let at = plain.indexOf(run); at !== -1; at = plain.indexOf(run, at + 1)) hits.fill(true, origin[at], origin[at + run.length] ?? text.length);
  return parted(text, hits);
}

/** The folded text, and for each of its signs where in the text it comes from. */
function traced(text: string): { plain: string; origin: number[] } {
  let [plain, at] = ['', 0];
  const origin: number[] = [];
  for (const sign of text) {
    const one = folded(sign);
    for (let index = 0; index < one.length; index++) origin.push(at);
    plain += one;
    at += sign.length;
  }
  return { plain, origin };
}

function parted(text: string, hits: readonly boolean[]): Part[] {
  const parts: Part[] = [];
  for (let from = 0; from < text.length; ) {
    let to = from + 1;
    while (to < text.length && hits[to] === hits[from]) to++;
    parts.push({ text: text.slice(from, to), hit: hits[from] === true });
    from = to;
  }
  return parts;
}

/** The part of a long text around the first hit, at most `most` signs; a sign of omission stands where something is left out. */
export function excerpt(text: string, runs: readonly string[], most = 90): string {
  if (text.length <= most) return text;
  const { plain, origin } = traced(text);
  const places = runs.map((run) => plain.indexOf(run)).filter((at) => at !== -1);
  const first = places.length === 0 ? 0 : (origin[Math.min(...places)] as number);
  const from = Math.max(0, Math.min(first - Math.floor(most / 3), text.length - most));
  const to = Math.min(text.length, from + most);
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}
