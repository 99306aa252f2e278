/**
 * Posts to the robot of a group chat. 企业微信 and 钉钉 answer 200 to whatever comes and say in the body whether they took it. Nothing that is told here
 * contains the address or the secret: whoever knows them can write to the chat.
 */
import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { CHATS, type Chat } from '../export/reminders-chat.ts';

export interface Robot {
  readonly address: URL;
  readonly chat: Chat;
  /** 加签 of 钉钉; null where the robot has none. */
  readonly secret: string | null;
}

/** What of the environment cannot be used. */
export type RobotFault = 'no-address' | 'bad-address' | 'bad-kind';

/** The robot of the environment. */
export function robotFrom(environment: Readonly<Record<string, string | undefined>>): Robot | { readonly fault: RobotFault } {
  const { TONGBAO_WEBHOOK: written, TONGBAO_WEBHOOK_KIND: kind, TONGBAO_WEBHOOK_SECRET: secret } = environment;
  if (!written) return { fault: 'no-address' };
  if (!URL.canParse(written.trim()) || !/^https?:$/.test(new URL(written.trim()).protocol)) return { fault: 'bad-address' };
  const address = new URL(written.trim());
  const chat = kind ? CHATS.find((one) => one === kind) : (HOSTS[address.hostname] ?? 'plain');
  return chat === undefined ? { fault: 'bad-kind' } : { address, chat, secret: secret?.trim() || null };
}

const HOSTS: Readonly<Record<string, Chat>> = { 'qyapi.weixin.qq.com': 'wecom', 'oapi.dingtalk.com': 'dingtalk' };

/** Why a message was not taken. `said` is what the other side answered, or the code of what went wrong on the way. */
export interface PostFault {
  readonly what: 'unreachable' | 'refused';
  readonly said: string;
}

/** What is waited, in milliseconds, before the second attempt, the third … */
export interface Patience {
  /** Where the message did not arrive. */
  readonly unreachable: readonly number[];
  /** Where the robot was busy, or had had enough: both take twenty messages a minute. */
  readonly busy: readonly number[];
}
const PATIENCE: Patience = { unreachable: [1000, 4000], busy: [10_000, 30_000, 30_000] };

/**
 * Posts one message; null if it was taken. What did not arrive, or came at a bad moment, is sent again; what was refused is not. An answer that got lost
 * on its way back may so mean a message twice, which is better than never.
 */
export async function post(robot: Robot, body: string, now: () => number, patience: Patience = PATIENCE): Promise<PostFault | null> {
  for (let tried = 0; ; tried += 1) {
    const outcome = await attempt(robot, body, now());
    if (outcome === null) return null;
    const wait = outcome.again && patience[outcome.what === 'refused' ? 'busy' : 'unreachable'][tried];
    if (wait === false || wait === undefined) return { what: outcome.what, said: withoutSecrets(outcome.said, robot) };
    await pause(wait);
  }
}

type Attempt = (PostFault & { readonly again: boolean }) | null;

const TIMEOUT = 15_000;

async function attempt(robot: Robot, body: string, now: number): Promise<Attempt> {
  try {
    const response = await fetch(signed(robot, now), {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    return judged(robot.chat, response.status, await response.text());
  } catch (error) {
    return { what: 'unreachable', said: reasonOf(error), again: true };
  }
}

/** 钉钉 wants the time and, of time and secret, a signature. */
function signed({ address, chat, secret }: Robot, now: number): URL {
  if (chat !== 'dingtalk' || secret === null) return address;
  const url = new URL(address);
  url.searchParams.set('timestamp', String(now));
  url.searchParams.set('sign', createHmac('sha256', secret).update(`${now}\n${secret}`).digest('base64'));
  return url;
}

/** 企业微信: busy, too many; 钉钉: busy, too many. */
const BUSY: ReadonlySet<number> = new Set([-1, 45009, 130101, 130102]);

function judged(chat: Chat, status: number, text: string): Attempt {
  if (status < 200 || status > 299) return { what: 'refused', said: `HTTP ${status}`, again: status === 429 || status > 499 };
  if (chat === 'plain') return null;
  const { errcode, errmsg } = answerIn(text);
  if (errcode === 0) return null;
  return {
    what: 'refused',
    said: errcode === null ? 'HTTP 200, no errcode' : `errcode ${errcode}: ${errmsg}`,
    again: errcode !== null && BUSY.has(errcode),
  };
}

function answerIn(text: string): { errcode: number | null; errmsg: string } {
  try {
    const { errcode, errmsg } = Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
    return { errcode: typeof errcode === 'number' ? errcode : null, errmsg: String(errmsg ?? '').slice(0, 300) };
  } catch {
    return { errcode: null, errmsg: '' };
  }
}

/** The code alone: messages of the network name the address. */
function reasonOf(error: unknown): string {
  const { cause, name } = error as Error;
  return (cause as NodeJS.ErrnoException | undefined)?.code ?? name;
}

/** Robots like to repeat what they were asked. */
function withoutSecrets(said: string, { address, secret }: Robot): string {
  const words = [address.href, address.host, address.pathname, ...address.searchParams.values(), secret ?? ''];
  return words.filter((word) => word.length > 3).reduce((text, word) => text.replaceAll(word, '***'), said);
}
