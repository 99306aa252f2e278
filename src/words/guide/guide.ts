/** What a guide is made of. */
import type { ExampleName } from './examples.ts';

export const GUIDES = ['correspondents', 'reviewers', 'office', 'readers'] as const;
export type GuideName = (typeof GUIDES)[number];

/** A piece of a guide. In texts, what stands between backticks is to be typed or clicked as it is. */
export type Block =
  | { readonly text: string }
  | { readonly steps: readonly string[] }
  | { readonly points: readonly string[] }
  | { readonly example: ExampleName }
  | { readonly commands: readonly (readonly [command: string, says: string])[] }
  | { readonly links: readonly (readonly [text: string, path: string])[] };

export interface GuidePart {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Guide {
  readonly title: string;
  /** Whom it is for, and what it takes. */
  readonly lead: string;
  readonly parts: readonly GuidePart[];
}

export interface GuideWords {
  readonly nav: string;
  readonly title: string;
  readonly lead: string;
  readonly contents: string;
  readonly others: string;
  readonly ordinances: readonly [title: string, lead: string];
  readonly guides: Readonly<Record<GuideName, Guide>>;
}
