/** 办理经过: what became of a submission, step by step, with what each step gave, or why it gave nothing. */
import type { Day } from '../model/day.ts';
import { byDay } from '../model/order.ts';
import { isZero } from '../model/points.ts';
import type { Submission } from '../model/records.ts';
import { signed } from '../words/points.ts';
import { reasonWords } from '../words/reasons.ts';
import { submissionWords } from '../words/submission.ts';
import { type Context, known, listIn } from './context.ts';
import { adoptingOutletPath, adoptionWords, called, instructionWords, pointEntries, totalOf } from './credits.ts';
import type { Cell, Mark } from './shown.ts';
import type { Entry, PublicAdoption } from './view.ts';

export interface Step {
  readonly on: Day;
  readonly kind:
    | 'filed'
    | 'approved'
    | 'returned'
    | 'revised'
    | 'accepted'
    | 'rejected'
    | 'adopted'
    | 'instructed'
    | 'appealed'
    | 'decided'
    | 'withdrawn';
  readonly cell: Cell;
}

/** In order of days. */
export function chainOf(submission: Submission, context: Context): Step[] {
  const { view } = context;
  const { id } = submission;
  const steps: Step[] = [
    ...ownSteps(submission, context),
    ...listIn(view.adoptions, id).map((adoption) => adopted(adoption, context)),
    ...listIn(view.instructions, id).map(
      ({ id: instruction, on }): Step => ({
        on,
        kind: 'instructed',
        cell: { text: instructionWords(instruction, context), ...given('instruction', instruction, id, context) },
      }),
    ),
  ];
  return steps.filter(({ on }) => on <= view.asOf).sort(byDay);
}

function adopted({ id, submission, on, link, outletClass }: PublicAdoption, context: Context): Step {
  const { marks, lines } = given('adoption', id, submission, context);
  const ofClass: Mark[] = outletClass === null ? [] : [{ text: outletClass, tone: 'quiet' }];
  const original = link === null ? [] : [{ text: context.ui.submission.link, href: link }];
  const href = adoptingOutletPath(id, context);
  return {
    on,
    kind: 'adopted',
    cell: { text: adoptionWords(id, context), href, marks: [...ofClass, ...marks], lines: [...original, ...(lines ?? [])] },
  };
}

function ownSteps({ id, on, approvals, rounds, accepted, rejected }: Submission, context: Context): Step[] {
  const { view, ui } = context;
  const { steps } = ui.submission;
  const dated = (day: Day | null, kind: Step['kind'], text: string): Step[] => (day === null ? [] : [{ on: day, kind, cell: { text } }]);
  const approver = (by: string | null): string => (by === null ? '' : `${ui.colon}${known(view.people, by).name}`);
  return [
    { on, kind: 'filed', cell: { text: steps.filed, ...given('submission', id, id, context) } },
    ...(approvals ?? []).flatMap(({ step, by, on: day }) => dated(day, 'approved', `${steps.approved(step)}${approver(by)}`)),
    ...rounds.flatMap(({ returned, revised }) => [...dated(returned, 'returned', steps.returned), ...dated(revised, 'revised', steps.revised)]),
    ...dated(accepted, 'accepted', steps.accepted),
    ...dated(rejected, 'rejected', steps.rejected),
  ];
}

/** The points that rest on a record, as a mark; where it gave none, why. Nothing where no clause speaks of it. */
function given(kind: Entry['kind'], record: string, item: string, context: Context): { marks: readonly Mark[]; lines: Cell['lines'] } {
  const words = submissionWords(context.language);
  const entries = pointEntries(listIn(context.view.ofItem, item)).filter((entry) => entry.kind === kind && entry.record === record);
  const [first] = entries;
  if (!first) return { marks: [], lines: [] };
  const total = totalOf(entries);
  if (!isZero(total)) return { marks: [{ text: words.given(signed(total)), tone: total.lt(0) ? 'bad' : 'good' }], lines: [] };
  const why = first.reason.code === 'counted' ? [] : [reasonWords(first.reason, context.language, (id) => called(id, context))];
  return { marks: [{ text: words.setAside, tone: 'quiet' }], lines: why.map((text) => ({ text, tone: 'muted' })) };
}
