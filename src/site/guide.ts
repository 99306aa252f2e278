/** 指南: the index, and a page for each kind of people. */
import { GUIDES, type GuideName, type GuidePart, guideWords } from '../words/guide.ts';
import { type Context, home } from './context.ts';
import { bulletinsPath, guidePath } from './links.ts';
import type { Cell, Headed, Linked } from './shown.ts';

export interface GuideIndex extends Headed {
  readonly guides: readonly Cell[];
}

export interface GuidePage extends Headed {
  readonly name: GuideName;
  readonly contents: readonly Linked[];
  readonly parts: readonly GuidePart[];
  readonly others: readonly Linked[];
}

export function guideIndex(context: Context): GuideIndex {
  const words = guideWords(context.language);
  const [title, lead] = words.ordinances;
  return {
    path: guidePath(null),
    over: context.view.site.organisation,
    title: words.title,
    lead: [{ text: words.lead }],
    crumbs: [home(context), { text: words.title }],
    guides: [
      ...GUIDES.map((name) => ({ text: words.guides[name].title, href: guidePath(name), lines: [{ text: words.guides[name].lead }] })),
      { text: title, href: guidePath('policies'), lines: [{ text: lead }] },
    ],
  };
}

export function guidePage(name: GuideName, context: Context): GuidePage {
  const words = guideWords(context.language);
  const { title, lead, parts } = words.guides[name];
  return {
    name,
    path: guidePath(name),
    over: context.view.site.organisation,
    title,
    lead: [{ text: lead }],
    crumbs: [home(context), { text: words.title, href: guidePath(null) }, { text: title }],
    contents: parts.map((part) => ({ text: part.title, href: `#${part.id}` })),
    parts: parts.map((part) => withoutDeadEnds(part, context)),
    others: GUIDES.filter((other) => other !== name).map((other) => ({ text: words.guides[other].title, href: guidePath(other) })),
  };
}

/** Bulletins have a page once there is one. */
const withoutDeadEnds = (part: GuidePart, { view }: Context): GuidePart => ({
  ...part,
  blocks: part.blocks.map((block) =>
    'links' in block ? { links: block.links.filter(([, path]) => path !== bulletinsPath || view.bulletins.length > 0) } : block,
  ),
});
