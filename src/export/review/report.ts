/** 审核报告: a review as Markdown for a comment or a summary, and as text for a terminal. Chinese first, English folded below it. */
import { kindWords } from '../../review/called.ts';
import type { Review } from '../../review/review.ts';
import { noticeWords, REVIEW, whatWords } from '../../words/review.ts';
import { LANGUAGES, type Language, type Said } from '../../words/speech.ts';
import { type Block, heading, type Inline, line, markdownOf, textOf } from './blocks.ts';
import { groupBlocks, settingsBlocks } from './cards.ts';
import { chainBlocks, closedBlocks, dutyBlocks, listOf, standingsBlocks } from './effects.ts';
import { findingBlocks, type Told, toldFindings } from './findings.ts';
import { LIST, movedLine, movers, periodSaid } from './gains.ts';
import { itemName, nameOf, type Reviewed } from './names.ts';

/** What a comment on GitHub takes, with room to spare. */
const COMMENT = 60_000;
/** By which our own comment is found again. */
export const MARK = '<!-- tongbao-review -->';

/** The report for a comment; where the whole is too long it says less, and says so. */
export function reportMarkdown(reviewed: Reviewed, limit = COMMENT): string {
  const told = toldFindings(reviewed);
  const written = (cards: number, english: number): string => {
    const [zh, en] = LANGUAGES.map((language) => blocksIn(language, reviewed, told, language === 'zh' ? cards : english)) as [Block[], Block[]];
    return `${MARK}\n${markdownOf([...zh, { kind: 'folded', summary: REVIEW.english, blocks: en }])}\n`;
  };
  for (const [cards, english] of DETAIL) {
    const text = written(cards, english);
    if (text.length <= limit) return text;
  }
  const brief = [...blocksIn('zh', reviewed, told, 0), line(REVIEW.shortened.zh)];
  return `${MARK}\n${cutTo(brief, limit)}\n`;
}

/** How many cards each language has, from all to none. */
const DETAIL: readonly (readonly [number, number])[] = [
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  [Number.POSITIVE_INFINITY, 0],
  [20, 0],
  [0, 0],
];

/** As many blocks as fit, from the first. */
function cutTo(blocks: readonly Block[], limit: number): string {
  let kept = '';
  for (const block of blocks) {
    const text = markdownOf([block]);
    if (kept.length + text.length + 2 > limit) break;
    kept += `${kept === '' ? '' : '\n\n'}${text}`;
  }
  return kept;
}

/** For a terminal: the whole in Chinese, then in English. */
export function reportText(reviewed: Reviewed): string {
  const told = toldFindings(reviewed);
  return `${LANGUAGES.map((language) => textOf(blocksIn(language, reviewed, told, Number.POSITIVE_INFINITY))).join('\n\n\n')}\n`;
}

function blocksIn(language: Language, reviewed: Reviewed, told: readonly Told[], cards: number): Block[] {
  const { review } = reviewed;
  return [
    ...(language === 'zh' ? [heading(2, REVIEW.title[language])] : []),
    ...summaryBlocks(reviewed, told, language),
    ...noticeBlocks(review, language),
    ...section(REVIEW.findings, findingBlocks(told, language), language),
    ...section(REVIEW.duplicates, duplicateBlocks(reviewed, language), language),
    ...section(REVIEW.cards, recordBlocks(reviewed, language, cards), language),
    ...section(REVIEW.standings, standingsBlocks(reviewed, language), language),
    ...section(REVIEW.duties, dutyBlocks(reviewed, language), language),
    ...section(REVIEW.closed, closedBlocks(reviewed, language), language),
    ...section(REVIEW.approval, chainBlocks(reviewed, language), language),
    ...section(REVIEW.settings, settingsIn(reviewed, language, cards), language),
  ];
}

/** How many blocks of registers and ordinances are shown at most. */
const SETTINGS = 100;

const settingsIn = (reviewed: Reviewed, language: Language, cards: number): Block[] =>
  cards === 0 ? [] : reviewed.review.settings.flatMap((one) => settingsBlocks(one, reviewed, language)).slice(0, SETTINGS);

const section = (title: Said, blocks: readonly Block[], language: Language): Block[] =>
  blocks.length === 0 ? [] : [heading(3, title[language]), ...blocks];

/** What somebody sees who reads nothing else: whether it is sound, what it is, whom it moves, who approves. */
function summaryBlocks(reviewed: Reviewed, told: readonly Told[], language: Language): Block[] {
  const { review, base } = reviewed;
  const lines = [verdict(review, told, language), totals(review, language), ...topMoves(reviewed, language), ...stepsNeeded(review, language)];
  return [{ kind: 'list', items: lines }, line(REVIEW.asOf(review.asOf, base.named, base.commit)[language])];
}

function verdict({ judged: { before, mended } }: Review, told: readonly Told[], language: Language): Inline[] {
  const errors = told.filter(({ shown }) => shown.severity === 'error').length;
  const warnings = told.length - errors;
  const sign = errors > 0 ? '❌' : warnings > 0 ? '⚠️' : '✅';
  const says = told.length === 0 ? REVIEW.sound[language] : REVIEW.found(errors, warnings)[language];
  const earlier = before === 0 ? '' : `${language === 'zh' ? '' : ' '}${REVIEW.earlier(before, mended)[language]}`;
  return [`${sign} `, { strong: says }, earlier];
}

/** 新增报送 2 条、采用 1 条；修改媒体登记. */
function totals({ groups, settings }: Review, language: Language): Inline[] {
  const cards = groups.flatMap(({ records }) => records.map(({ card }) => card));
  const parts = (['added', 'changed', 'renamed', 'deleted'] as const).flatMap((what) => {
    const folders = Map.groupBy(
      cards.filter(({ change }) => change.what === what),
      ({ folder }) => folder,
    );
    const counts = [...folders].map(([folder, own]) => REVIEW.count(kindWords(folder), own.length)[language]);
    return counts.length === 0 ? [] : [`${whatWords(what)[language]}${language === 'zh' ? '' : ': '}${counts.join(LIST[language])}`];
  });
  const others = settings.length === 0 ? [] : [REVIEW.settingsCount(settings.length)[language]];
  const all = [...parts, ...others];
  return [all.length === 0 ? REVIEW.nothing[language] : all.join(language === 'zh' ? '；' : '; ')];
}

/** The first to move in the last periods, in short. */
function topMoves(reviewed: Reviewed, language: Language): Inline[][] {
  const { movements, groups } = reviewed.review;
  if (movements.length === 0) return groups.length === 0 ? [] : [[REVIEW.noPoints[language]]];
  return movements.slice(-2).map((movement) => {
    const first = movers(movement).slice(0, 3);
    const lines = first.map((moved, index): Inline[] => [
      ...(index === 0 ? [] : [language === 'zh' ? '；' : '; ']),
      ...movedLine({ ...moved, causes: [] }, reviewed, language),
    ]);
    return [`${periodSaid(movement.period)[language]}${language === 'zh' ? '：' : ': '}`, ...lines.flat()];
  });
}

function stepsNeeded({ chains }: Review, language: Language): Inline[][] {
  const steps = [...new Set(chains.flatMap((chain) => chain.steps.filter(({ done }) => !done).map(({ step }) => step)))].join(' → ');
  return steps === '' ? [] : [[REVIEW.chainShort({ zh: steps, en: steps })[language]]];
}

/** More than so many are cut. */
const NOTICES = 15;

function noticeBlocks({ notices }: Review, language: Language): Block[] {
  if (notices.length === 0) return [];
  const items = notices.slice(0, NOTICES).map((notice): Inline[] => [`⚠️ ${noticeWords(notice)[language]}`]);
  const more = notices.length - NOTICES;
  return [{ kind: 'alert', title: REVIEW.look[language], items: more > 0 ? [...items, [REVIEW.more(more)[language]]] : items }];
}

/** From so many records on they are folded, so that what follows is found on a telephone. */
const FOLDED = 5;

function recordBlocks(reviewed: Reviewed, language: Language, most: number): Block[] {
  const { groups } = reviewed.review;
  const shown = groups.slice(0, most).flatMap((group) => groupBlocks(group, reviewed, language));
  const left = groups.length - Math.min(groups.length, most);
  const blocks = left > 0 ? [...shown, line(REVIEW.more(left)[language])] : shown;
  return groups.length > FOLDED ? [{ kind: 'folded', summary: REVIEW.unfold(groups.length)[language], blocks }] : blocks;
}

function duplicateBlocks(reviewed: Reviewed, language: Language): Block[] {
  const items = reviewed.review.duplicates.map(({ record, other, likeness }): Inline[] => {
    const unit = nameOf('units', other.units[0]?.unit ?? '', reviewed);
    return [`🔁 ${REVIEW.duplicate(record, itemName(other.id, reviewed), unit, other.on, Math.round(likeness * 100))[language]}`];
  });
  return listOf(items, language);
}
