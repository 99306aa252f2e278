/** What pages are handed: plain objects in which every text, number and link is decided. Links are relative to the start of the site. */

/** `plus` and `minus` are points that were given or taken; `muted` is what counts for nothing or stands in the second row. */
export type Tone = 'muted' | 'plus' | 'minus';

export interface Linked {
  readonly text: string;
  /** Relative to the start of the site (`units/daiyu/`), or an address on another host (`https://…`), which is only ever linked to. */
  readonly href?: string | undefined;
  readonly tone?: Tone | undefined;
  /** A long text of which two lines are enough: the whole stands behind a link beside it. */
  readonly short?: true | undefined;
}

/** A word on a coloured ground: how something stands. */
export interface Mark {
  readonly text: string;
  readonly tone: 'good' | 'wait' | 'bad' | 'quiet';
}

export interface Cell extends Linked {
  readonly lines?: readonly Linked[] | undefined;
  readonly marks?: readonly Mark[] | undefined;
  /** Ways side by side. */
  readonly links?: readonly Linked[] | undefined;
  /** What a chart calls it, where the whole is too long. */
  readonly brief?: string | undefined;
  /** A bar below the text, from 0 to 1: its share of the largest. */
  readonly bar?: number | undefined;
}

export interface Column {
  readonly label: string;
  /** A `word` is a text that is too short to be broken. */
  readonly kind: 'text' | 'word' | 'number' | 'day';
  /** Columns side by side with the same group share a head above them. */
  readonly group?: string | undefined;
}

export interface Row {
  /** What a link into the page points at. */
  readonly anchor?: string | undefined;
  readonly cells: readonly Cell[];
  readonly tone?: 'muted' | undefined;
}

export interface Table {
  readonly id: string;
  readonly caption: string;
  /** Whether the caption repeats the heading above: it is then for those who hear the page. */
  readonly headed?: true | undefined;
  readonly columns: readonly Column[];
  /** The column that names the row. */
  readonly head: number;
  readonly rows: readonly Row[];
  readonly foot?: readonly Cell[] | undefined;
}

/** A picture of columns of a table that stands beside it; the sentence says what it shows. */
export interface Chart {
  /**
   * `bars`: a bar for each row. `stack`: a bar for each row in parts, one for each column. `trend`: a line for each column, the first one firm.
   * `ranks`: a line for each row over the columns, 1 on top. `quota`: what was done, what was owed, what is still to do.
   */
  readonly kind: 'bars' | 'stack' | 'trend' | 'ranks' | 'quota';
  readonly table: string;
  readonly label: number;
  readonly value: number;
  /** The last of the columns that are drawn; only `value` where it is not set. */
  readonly until?: number | undefined;
  /** How the picture calls these columns. */
  readonly names?: readonly string[] | undefined;
  /** How many lines stand out, the first ones. */
  readonly firm?: number | undefined;
  /** How many rows are drawn at most, the first ones. */
  readonly most: number;
  readonly size: 'small' | 'middle' | 'large';
  readonly sentence: string;
}

export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly href?: string | undefined;
  readonly note?: string | undefined;
}

export interface Term {
  readonly term: string;
  readonly details: readonly Cell[];
}

/** What every page has: where it is and what it is called. */
export interface Headed {
  readonly path: string;
  readonly title: string;
  /** A line above the title. */
  readonly over?: string | undefined;
  readonly lead: readonly Linked[];
  readonly crumbs: readonly Linked[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly text?: string | undefined;
  readonly table?: Table | undefined;
  readonly chart?: Chart | undefined;
  readonly list?: readonly Cell[] | undefined;
}
