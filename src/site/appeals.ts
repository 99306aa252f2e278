/** 申诉 as pages show them: beside the item, the bulletin and the unit that they are about, and those that are open. */
import type { SubmissionId, UnitId } from '../model/records.ts';
import { isOpenOn } from '../scoring/appeals.ts';
import { appealPageWords } from '../words/appeals.ts';
import { periodKeyWords } from '../words/periods.ts';
import { signed } from '../words/points.ts';
import type { Step } from './chain.ts';
import { type Context, known, listIn, muted, sourceCell, text, unitName, unitShort } from './context.ts';
import { bulletinPath, clausePath, submissionPath, unitPath } from './links.ts';
import type { PublicAppeal, PublicDecision } from './publicAppeals.ts';
import type { Cell, Linked, Mark, Section, Table } from './shown.ts';

/** What was appealed about an item, decided and withdrawn, day by day. */
export function appealSteps(id: SubmissionId, context: Context): Step[] {
  const { steps, results } = appealPageWords(context.language);
  return appealsAbout(id, context).flatMap((appeal): Step[] => {
    const { unit, on, decision, withdrawn } = appeal;
    const href = `#${anchorOf(appeal)}`;
    const decider = decision === null ? null : deciderName(decision, context);
    return [
      { on, kind: 'appealed', cell: { text: steps.filed(unitShort(unit, context)), href, lines: [{ text: appeal.asks, tone: 'muted' }] } },
      ...(decision === null
        ? []
        : [
            {
              on: decision.on,
              kind: 'decided' as const,
              cell: {
                text: decider === null ? steps.decidedByNobody(results[decision.result]) : steps.decided(decider, results[decision.result]),
                href,
              },
            },
          ]),
      ...(withdrawn === null ? [] : [{ on: withdrawn, kind: 'withdrawn' as const, cell: { text: steps.withdrawn(unitShort(unit, context)) } }]),
    ];
  });
}

const appealsAbout = (id: SubmissionId, { view }: Context): PublicAppeal[] => view.appeals.filter(({ submission }) => submission === id);

export function appealsOfSubmission(id: SubmissionId, context: Context): Section[] {
  const { ofSubmission } = appealPageWords(context.language);
  return sectionOf(ofSubmission, ofSubmission, appealsAbout(id, context), context);
}

export function appealsOfUnit(id: UnitId, context: Context): Section[] {
  const { ofUnit } = appealPageWords(context.language);
  const own = context.view.appeals.filter(({ unit }) => unit === id);
  return sectionOf(ofUnit, ofUnit, own.reverse(), context);
}

/** Those against a bulletin, and what they led to. */
export function appealsOfBulletin(period: string, context: Context): Section[] {
  const { ofBulletin, ofBulletinCaption } = appealPageWords(context.language);
  const own = context.view.appeals.filter(({ bulletin }) => bulletin === period);
  return sectionOf(ofBulletin, ofBulletinCaption, own, context);
}

/** Those that wait for a decision; nothing where there never was an appeal. */
export function openAppeals(context: Context): Section[] {
  const { view, language } = context;
  const words = appealPageWords(language);
  if (view.appeals.length === 0 && view.hiddenAppeals === 0) return [];
  const open = view.appeals.filter((appeal) => isOpenOn({ ...appeal, decision: appeal.decision }, view.asOf));
  const says = [...(open.length === 0 ? [words.noneOpen] : []), ...(view.hiddenAppeals === 0 ? [] : [words.hidden(view.hiddenAppeals)])].join(' ');
  const [section] = sectionOf(words.open, words.open, open, context);
  return [{ id: 'appeals', title: words.open, ...section, ...(says === '' ? {} : { text: says }) }];
}

const sectionOf = (title: string, caption: string, appeals: readonly PublicAppeal[], context: Context): Section[] =>
  appeals.length === 0 ? [] : [{ id: 'appeals', title, table: appealsTable(caption, appeals, context) }];

const anchorOf = ({ id }: PublicAppeal): string => `appeal-${id}`;

function appealsTable(caption: string, appeals: readonly PublicAppeal[], context: Context): Table {
  const { columns } = appealPageWords(context.language);
  return {
    id: 'appeals-table',
    caption,
    headed: true,
    columns: [
      { label: columns.filed, kind: 'text' },
      { label: columns.about, kind: 'text' },
      { label: columns.asks, kind: 'text' },
      { label: columns.decision, kind: 'text' },
      { label: columns.led, kind: 'text' },
    ],
    head: 0,
    rows: appeals.map((appeal) => ({
      anchor: anchorOf(appeal),
      cells: [
        filedCell(appeal, context),
        aboutCell(appeal, context),
        asksCell(appeal, context),
        decisionCell(appeal, context),
        ledCell(appeal, context),
      ],
    })),
  };
}

function filedCell({ id, unit, person, on, at }: PublicAppeal, context: Context): Cell {
  const { view } = context;
  const who = person === null ? [] : [{ text: known(view.people, person).name }];
  return {
    text: unitName(unit, context),
    href: unitPath(unit),
    lines: [{ text: on }, ...who, { ...sourceCell(at, context), text: id, tone: 'muted' }],
  };
}

function aboutCell({ item, submission, bulletin, clause }: PublicAppeal, context: Context): Cell {
  const { view, language } = context;
  const words = appealPageWords(language);
  const title = submission === null ? undefined : view.submissions.get(submission)?.title;
  const shown = view.bulletins.find(({ period }) => period.key === bulletin);
  const about: Linked[] = [
    ...(submission === null || title === undefined ? [] : [{ text: title, href: submissionPath(submission) }]),
    ...(item === null || item === submission ? [] : [{ text: `${words.item} ${item}`, tone: 'muted' as const }]),
    ...(bulletin === null ? [] : [{ text: words.bulletin(periodKeyWords(bulletin, language)), href: shown && bulletinPath(shown.slug) }]),
    ...(clause === null ? [] : [{ text: words.clause(clause), href: clauseHref(clause, context) }]),
  ];
  return { text: '', lines: about };
}

/** The clause where it stands; of ordinances that have it the latest. */
function clauseHref(clause: string, { view }: Context): string | undefined {
  const policy = [...view.policies].sort((a, b) => (a.inForce.from < b.inForce.from ? 1 : -1)).find(({ clauses }) => clause in clauses);
  return policy && clausePath(policy.id, clause);
}

const asksCell = ({ asks, grounds }: PublicAppeal, { language }: Context): Cell => ({
  text: asks,
  lines: [{ text: appealPageWords(language).because(grounds), tone: 'muted' }],
});

const TONES: Readonly<Record<PublicDecision['result'], Mark['tone']>> = { 支持: 'good', 部分支持: 'good', 不支持: 'quiet' };

function decisionCell(appeal: PublicAppeal, context: Context): Cell {
  const { view, language } = context;
  const words = appealPageWords(language);
  const { decision, withdrawn, limit } = appeal;
  if (decision !== null) {
    const by = deciderName(decision, context);
    return {
      text: '',
      marks: [{ text: words.results[decision.result], tone: TONES[decision.result] }],
      lines: [{ text: [decision.on, by].filter((part) => part !== null).join(' · ') }, { text: words.reasons(decision.reasons), tone: 'muted' }],
    };
  }
  if (withdrawn !== null) return { text: '', marks: [{ text: words.withdrawn, tone: 'quiet' }], lines: [{ text: words.withdrawnOn(withdrawn) }] };
  const isLate = limit !== null && view.asOf > limit.due;
  return {
    text: '',
    marks: [isLate ? { text: words.overdue, tone: 'bad' } : { text: words.undecided, tone: 'wait' }],
    lines: limit === null ? [] : [{ text: words.dueBy(limit.due, limit.clause), tone: 'muted' }],
  };
}

const deciderName = ({ by, person }: PublicDecision, { view }: Context): string | null => (person === null ? by : known(view.people, person).name);

/** The corrections that name the appeal, and the records that were changed for it. */
function ledCell({ id, decision }: PublicAppeal, context: Context): Cell {
  const { view, ui, language } = context;
  const words = appealPageWords(language);
  if (decision === null || decision.result === '不支持') return muted(ui.none);
  const corrections = listIn(view.ofAppeal, id).map(
    ({ unit, points, reason, item }): Linked => ({
      text: words.correction(unitShort(unit, context), signed(points), reason.code === 'corrected' ? periodKeyWords(reason.period, language) : ''),
      href: item === null ? undefined : `${submissionPath(item)}#credits`,
    }),
  );
  const { changed, otherChanges } = decision;
  const records: Linked[] = [
    ...(changed.length === 0 ? [] : [{ text: words.changed(changed.join(ui.list)), tone: 'muted' as const }]),
    ...(otherChanges === 0 ? [] : [{ text: words.otherChanges(otherChanges), tone: 'muted' as const }]),
  ];
  return { ...(corrections.length === 0 ? text(words.pending) : text('')), lines: [...corrections, ...records] };
}
