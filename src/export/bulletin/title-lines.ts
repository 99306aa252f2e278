/** How a long title breaks: 回行时词意完整、排列对称、长短适宜. */
import { emsOf } from './gb9704.ts';

/** A line of 2号 in the type area of 156 mm holds 20; one is left for figures that are wider than half a character. */
const LONGEST = 19;

/** The lines of a title: after the name of the organisation if it has one, otherwise in halves of about the same length, the upper one longer. */
export function titleLines(title: string): readonly string[] {
  if (emsOf(title) <= LONGEST) return [title];
  const about = title.indexOf('关于');
  const [head, rest] = [title.slice(0, about), title.slice(about)];
  if (about > 0 && emsOf(head) <= LONGEST && emsOf(rest) <= LONGEST) return [head, rest];
  const lines = Math.ceil(emsOf(title) / LONGEST);
  const at = breakNear(title, emsOf(title) / lines);
  return at === null ? [title] : [title.slice(0, at), ...titleLines(title.slice(at))];
}

/** After these a title may break. */
const AFTER = /[的和与及、》）年月度期]/;
/** Before these it may break too. */
const BEFORE = /^(关于|情况|工作|通报|通知|得分|目录|统计)/;
/** These never begin a line, nor does a figure whose first half stands above. */
const NEVER_FIRST = /^[的和与及、》）”〕，。：年月日号]/;

/** The place to break that is nearest to `ems`, of those that leave no line too long. */
function breakNear(title: string, ems: number): number | null {
  const places = [...title.matchAll(/./gu)].map(({ index }) => index).filter((at) => at > 0 && mayBreak(title, at));
  const fitting = places.filter((at) => emsOf(title.slice(0, at)) <= LONGEST);
  const distance = (at: number): number => Math.abs(emsOf(title.slice(0, at)) - ems);
  return fitting.reduce<number | null>((best, at) => (best === null || distance(at) <= distance(best) ? at : best), null);
}

function mayBreak(title: string, at: number): boolean {
  const rest = title.slice(at);
  if (NEVER_FIRST.test(rest)) return false;
  return AFTER.test(title[at - 1] as string) || BEFORE.test(rest);
}
