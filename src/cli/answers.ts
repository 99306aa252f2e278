/** What `policy new` needs to know: from its options, or asked for on a terminal. */
import type { Answers, LevelAnswer } from '../export/scaffold.ts';
import { dayOf } from '../model/day.ts';
import { SPANS, type Span } from '../model/period.ts';
import type { Said } from '../words/speech.ts';
import type { Terminal } from './terminal.ts';
import { Usage } from './usage.ts';

/** The options as written; what is missing is asked for. */
export interface WrittenAnswers {
  readonly title?: string;
  readonly from?: string;
  readonly forms?: string;
  readonly level?: readonly string[];
  readonly quota?: string;
  readonly ranking?: string;
}

/** All answers. Without a terminal to ask on, title and first day have to be given; the rest has a default. */
export async function answersFrom(id: string, written: WrittenAnswers, terminal: Terminal): Promise<Answers> {
  const answer = answering(terminal);
  const title = await answer(written.title, TITLE, titleFrom);
  const from = await answer(written.from, FROM, firstDayFrom);
  const forms = await answer(written.forms ?? (terminal.ask ? undefined : ''), FORMS, listFrom);
  const levels = written.level ? written.level.map((one) => levelFrom(one, forms)) : await levelsAsked(forms, terminal);
  const quota = await answer(written.quota ?? (terminal.ask ? undefined : ''), QUOTA, quotaFrom);
  const ranking = await answer(written.ranking ?? (terminal.ask ? undefined : ''), RANKING, spanFrom);
  return { id, title, from, forms, levels: distinct(levels), quota, ranking };
}

interface Question extends Said {
  readonly option: string;
}

const TITLE: Question = { option: '--title', zh: '办法的标题', en: 'title of the ordinance' };
const FROM: Question = { option: '--from', zh: '施行日期,如 2026-01-01', en: 'first day in force, like 2026-01-01' };
const FORMS: Question = {
  option: '--forms',
  zh: '分值不同的体裁,用逗号隔开;不分体裁直接回车',
  en: 'forms that differ in points, with commas; none: just Enter',
};
const QUOTA: Question = { option: '--quota', zh: '每月至少报送几篇;没有任务直接回车', en: 'filings that each unit owes a month; none: just Enter' };
const RANKING: Question = {
  option: '--ranking',
  zh: '多久排名一次(month、quarter、half-year、year);默认 quarter',
  en: 'how often it is ranked; quarter unless given',
};
const LEVEL: Question = {
  option: '--level',
  zh: '媒体级别和分值,自低到高一行一级,如 市级=6,3;直接回车结束',
  en: 'a class of outlets and its points, lowest first, like 市级=6,3; Enter ends',
};

type Reads<T> = (written: string) => T;

/** The answer to one question: what is wrong with an option ends the command, what is wrong with an answer is told, and asked again. */
function answering({ ask, err }: Terminal): <T>(given: string | undefined, question: Question, read: Reads<T>) => Promise<T> {
  return async (given, question, read) => {
    if (given !== undefined) return read(given);
    if (!ask) throw new Usage(`缺少 ${question.option}:${question.zh}。`, `${question.option} is missing: ${question.en}.`);
    for (;;) {
      const told = await ask(`${question.zh}\n${question.en}\n> `);
      try {
        return read(told);
      } catch (error) {
        if (!(error instanceof Usage)) throw error;
        err(`${error.said.zh}\n${error.said.en}\n`);
      }
    }
  };
}

async function levelsAsked(forms: readonly string[], terminal: Terminal): Promise<LevelAnswer[]> {
  const levels: LevelAnswer[] = [];
  if (!terminal.ask) return levels;
  for (;;) {
    const level = await answering(terminal)(undefined, LEVEL, (written) => (written.trim() === '' ? null : levelFrom(written, forms)));
    if (level === null) return levels;
    levels.push(level);
  }
}

function titleFrom(written: string): string {
  if (written.trim() === '') throw new Usage('标题不能为空。', 'The title must not be empty.');
  return written.trim();
}

function firstDayFrom(written: string): string {
  const day = dayOf(written.trim());
  if (day === null) throw new Usage(`没有“${written}”这一天,请写成 2026-01-01 的形式。`, `There is no day “${written}”; write it like 2026-01-01.`);
  return day;
}

const listFrom = (written: string): string[] => [
  ...new Set(
    written
      .split(/[,，、]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];

/** 市级=6,3: as many numbers as there are forms, or one for all. */
function levelFrom(written: string, forms: readonly string[]): LevelAnswer {
  const [name = '', numbers = ''] = written.split(/[=＝:：]/).map((part) => part.trim());
  const points = listOfNumbers(numbers);
  const wanted = Math.max(1, forms.length);
  if (name === '' || points === null || (points.length !== wanted && points.length !== 1))
    throw new Usage(
      `看不懂“${written}”。请写成 级名=分值${forms.length > 1 ? `,依次写${forms.join('、')}的分值` : ''},如 市级=${wanted > 1 ? '6,3' : '6'}。`,
      `“${written}” is not clear. Write class=points${forms.length > 1 ? `, with a number for each of ${forms.join(', ')}` : ''}, like 市级=${wanted > 1 ? '6,3' : '6'}.`,
    );
  return { name, points };
}

function listOfNumbers(written: string): number[] | null {
  const parts = written.split(/[,，、]/).map((part) => part.trim());
  return parts.every((part) => /^-?\d+(\.\d+)?$/.test(part)) ? parts.map(Number) : null;
}

function quotaFrom(written: string): number | null {
  if (written.trim() === '') return null;
  if (!/^\d{1,4}$/.test(written.trim()))
    throw new Usage(`任务数要写整数,“${written}”不是。`, `The quota is a whole number, and “${written}” is none.`);
  return Number(written.trim());
}

function spanFrom(written: string): Span {
  const wanted = written.trim() === '' ? 'quarter' : written.trim();
  const span = SPANS.find((one) => one === wanted);
  if (span === undefined)
    throw new Usage(`没有“${wanted}”这种周期,可以写:${SPANS.join('、')}。`, `There is no period “${wanted}”; there are ${SPANS.join(', ')}.`);
  return span;
}

function distinct(levels: readonly LevelAnswer[]): readonly LevelAnswer[] {
  const twice = levels.find(({ name }, index) => levels.findIndex((other) => other.name === name) < index);
  if (twice) throw new Usage(`媒体级别“${twice.name}”写了两次。`, `The class “${twice.name}” is there twice.`);
  return levels;
}
