/**
 * Reminders for a group chat: 企业微信, 钉钉, or anything that takes `{"text": …}`. A chat is read by everybody in it, so titles that are not public stay out.
 * A message has a limit of bytes; where one is not enough there are several, and each knows which reminders it holds.
 */
import type { Due } from '../standings/matters.ts';
import { dayWords } from '../words/periods.ts';
import { CHAT_TITLE, reminderWords } from '../words/reminders.ts';
import { type Reminders, unitNames } from './reminders.ts';

export const CHATS = ['wecom', 'dingtalk', 'plain'] as const;
export type Chat = (typeof CHATS)[number];

export interface ChatMessage {
  readonly body: string;
  /** The reminders that it holds. */
  readonly ids: readonly string[];
}

/** Bytes of UTF-8 of the text of one message: 4096 by the manual of 企业微信; 钉钉 takes 20,000 for the whole body, escapes included. */
const LIMITS: Readonly<Record<Chat, number>> = { wecom: 4096, dingtalk: 15_000, plain: 15_000 };

const BODIES: Readonly<Record<Chat, (text: string) => unknown>> = {
  wecom: (content) => ({ msgtype: 'markdown', markdown: { content } }),
  dingtalk: (text) => ({ msgtype: 'markdown', markdown: { title: CHAT_TITLE, text } }),
  plain: (text) => ({ text }),
};

export function chatMessages(reminders: Omit<Reminders, 'openly'>, chat: Chat): ChatMessage[] {
  const { asOf, ledger } = reminders;
  const head = `**${CHAT_TITLE}**（${inert(ledger.site.organisation)}，${dayWords(asOf, 'zh')}）`;
  return pagesOf(linesOf(reminders), head, LIMITS[chat]).map(({ text, ids }) => ({ body: JSON.stringify(BODIES[chat](text)), ids }));
}

interface Line {
  readonly id: string;
  /** The heading under which it stands, repeated where a new message begins. */
  readonly unit: string;
  readonly text: string;
}

function linesOf({ dues, asOf, ledger }: Omit<Reminders, 'openly'>): Line[] {
  const nameOf = unitNames(ledger);
  const numbers = new Map<string, number>();
  return dues.map((due: Due) => {
    const { unit } = due.matter;
    const number = (numbers.get(unit) ?? 0) + 1;
    numbers.set(unit, number);
    return { id: due.id, unit: `**${inert(nameOf(unit))}**`, text: `${number}. ${inert(reminderWords(due, asOf, 'to-everybody').zh)}` };
  });
}

interface Page {
  text: string;
  readonly ids: string[];
  unit: string;
}

/** Fills one message after the other. Between blocks there is an empty line, or 钉钉 runs them together. */
function pagesOf(lines: readonly Line[], head: string, limit: number): Page[] {
  const pages: Page[] = [];
  for (const { id, unit, text } of lines) {
    const page = pages.at(-1);
    const added = page && `${page.text}${page.unit === unit ? '\n' : `\n\n${unit}\n\n`}${text}`;
    if (page && added !== undefined && bytesOf(added) <= limit) {
      page.text = added;
      page.unit = unit;
      page.ids.push(id);
    } else pages.push({ text: clipped(`${head}\n\n${unit}\n\n${text}`, limit), ids: [id], unit });
  }
  return pages;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** A title of thousands of characters would be refused for ever; it is cut instead, never within a character. */
function clipped(text: string, limit: number): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= limit) return text;
  return `${new TextDecoder().decode(bytes.slice(0, limit - bytesOf('…'))).replace(/\uFFFD$/, '')}…`;
}

/** What would be a mention (`<@…>`), a link, an image or emphasis is shown as it is written, in full-width signs. */
const inert = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[<>[\]*_`@#!\\]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) as number) + FULL_WIDTH));
const FULL_WIDTH = 0xfee0;
