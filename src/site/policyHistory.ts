/** How an ordinance stands among the others: whether it is in force, what it took the place of, what took its place, for how many days. */
import { addDays, type Day, daysBetween, earlier } from '../model/day.ts';
import { areBeside, type Policy } from '../policy/policy.ts';
import { type Context, policiesInOrder, text } from './context.ts';
import { clausePath } from './links.ts';
import type { Mark, Term } from './shown.ts';

/** Those in use, but for the ones side by side with this one: the next after it, and the last before it. */
function neighboursOf(policy: Policy, context: Context): { before: Policy | undefined; after: Policy | undefined } {
  const others = policiesInOrder(context).filter((other) => other !== policy && !areBeside(other, policy));
  return {
    before: others.find(({ inForce }) => inForce.from < policy.inForce.from),
    after: others.findLast(({ inForce }) => inForce.from > policy.inForce.from),
  };
}

/** Whether it is in force, as a mark beside its name. */
export function stateOf(policy: Policy, context: Context): Mark {
  const { view, ui } = context;
  const { from, to } = policy.inForce;
  if (from > view.asOf) return { text: ui.policy.future, tone: 'wait' };
  const { after } = neighboursOf(policy, context);
  const isFormer = (to !== null && to < view.asOf) || (after !== undefined && after.inForce.from <= view.asOf);
  return isFormer ? { text: ui.policy.former, tone: 'quiet' } : { text: ui.policy.current, tone: 'good' };
}

export function forceOf(policy: Policy, context: Context): string {
  const { ui } = context;
  const { after } = neighboursOf(policy, context);
  const own = ui.policy.from(policy.inForce.from, policy.inForce.to);
  return after === undefined ? own : `${own}${ui.comma}${ui.policy.superseded(after.inForce.from)}`;
}

/** The ordinance before it and the one after it, and for how long it has been in force. */
export function historyOf(policy: Policy, context: Context): Term[] {
  const { ui, view } = context;
  const { before, after } = neighboursOf(policy, context);
  const { from } = policy.inForce;
  const last = lastDay(policy, after, view.asOf);
  const other = (term: string, one: Policy | undefined): Term[] =>
    one === undefined ? [] : [{ term, details: [text(one.title, clausePath(one.id, null))] }];
  return [
    ...(from > last ? [] : [{ term: ui.policy.days, details: [text(`${from} — ${last}${ui.aside(ui.policy.inUse(daysBetween(from, last) + 1))}`)] }]),
    ...other(ui.policy.replaces, before),
    ...other(ui.policy.replacedBy, after),
  ];
}

/** The last day on which it held, as far as time has gone. */
function lastDay({ inForce }: Policy, after: Policy | undefined, asOf: Day): Day {
  const own = inForce.to === null ? asOf : earlier(inForce.to, asOf);
  return after === undefined ? own : earlier(own, addDays(after.inForce.from, -1));
}
