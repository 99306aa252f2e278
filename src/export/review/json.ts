/** A review as JSON, for other programs. Points are decimal texts. */
import { written } from '../../model/points.ts';
import type { Field } from '../../review/cards.ts';
import type { Gain } from '../../review/credits.ts';
import type { Movement } from '../../review/effects.ts';
import type { Shown } from '../../review/review.ts';
import type { DutyState } from '../../scoring/duties.ts';
import type { Stand } from '../../standings/comparison.ts';
import { noticeWords } from '../../words/review.ts';
import { findingJson } from '../report-json.ts';
import { toldFindings } from './findings.ts';
import { nameOf, type Reviewed } from './names.ts';
import { isTold, told } from './values.ts';

/** The commits that were compared: `head` null for what lies on the disk. */
export interface Commits {
  readonly base: string;
  readonly head: string | null;
}

export function reviewJson(reviewed: Reviewed, commits: Commits): string {
  const { review } = reviewed;
  const gain = (one: Gain) => ({ ...one, name: nameOf('units', one.unit, reviewed), points: written(one.points) });
  const findings = toldFindings(reviewed);
  const json = {
    as_of: review.asOf,
    ...commits,
    public_only: review.readers === 'anybody',
    notices: review.notices.map((notice) => ({ ...notice, ...noticeWords(notice) })),
    items: review.groups.map(({ records, gains }) => ({ records: records.map((shown) => recordJson(shown, reviewed)), gains: gains.map(gain) })),
    settings: review.settings.map(({ change: { file, what }, entries }) => ({
      file,
      what,
      entries: entries.map(({ name, what: did, differences }) => ({ name, what: did, keys: differences.map(({ path }) => path) })),
    })),
    findings: {
      before: review.judged.before,
      mended: review.judged.mended,
      own: findings.filter(({ own }) => own).map(findingOf),
      elsewhere: findings.filter(({ own }) => !own).map(findingOf),
    },
    duplicates: review.duplicates.map(({ card, other, likeness }) => ({
      file: card.change.file,
      other: other.at.file,
      likeness: Number(likeness.toFixed(2)),
    })),
    standings: review.movements.map((movement) => movementJson(movement, reviewed)),
    accounts: review.accounts.map(gain),
    duties: review.duties.map(({ before, after }) => {
      const { policy, duty, unit, period } = (after ?? before) as DutyState;
      return { unit, policy: policy.id, duty, period: period.key, before: countJson(before), after: countJson(after) };
    }),
    eligibility: review.bars.map(({ what, bar: { unit, policy, rule, clause, bars, cause, final } }) => ({
      what,
      unit,
      policy,
      rule,
      clause,
      bars,
      cause: cause.key,
      final,
    })),
    corrections: review.corrections.map(({ corrects, on, ...one }) => ({ corrects, on, ...gain(one) })),
    approvals: review.chains.map(({ records, steps }) => ({ records: records.map(({ zh }) => zh), steps })),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** What a finding says of a record that is not public is in its words alone. */
function findingOf({ shown, says }: ReturnType<typeof toldFindings>[number]) {
  const { facts, zh, ...place } = findingJson(shown);
  const isWhole = says.zh === `${zh.what}${zh.remedy}`;
  return { ...place, ...(isWhole ? { facts } : {}), zh: says.zh, en: says.en };
}

function recordJson({ card, called, visible, closedBy, silent }: Shown, reviewed: Reviewed) {
  const { change, folder, item, units, on, form } = card;
  const fields = visible ? card.fields.filter(({ key }) => isTold(key, reviewed)) : [];
  return {
    file: change.file,
    what: change.what,
    from: change.from,
    kind: folder,
    called,
    item,
    units,
    on,
    form,
    fields: fields.map((field) => fieldJson(field, reviewed)),
    closed_by: closedBy,
    without_points: silent.map(({ clause, reason }) => ({ clause, ...(visible ? { reason } : {}) })),
  };
}

const fieldJson = ({ key, label, before, after }: Field, reviewed: Reviewed) => ({
  key,
  label: label.zh,
  before: told(before, reviewed) ?? null,
  after: told(after, reviewed) ?? null,
});

const movementJson = ({ period, closed, rows }: Movement, reviewed: Reviewed) => ({
  period: period.key,
  closed,
  rows: rows.map(({ unit, before, after, change, causes }) => ({
    unit,
    name: nameOf('units', unit, reviewed),
    change: written(change),
    before: standJson(before),
    after: standJson(after),
    causes: causes.map(({ policy, clause, before: was, after: is }) => ({ policy, clause, points: written(is.minus(was)) })),
  })),
});

const standJson = (stand: Stand | null) => (stand === null ? null : { rank: stand.rank, group: stand.group, points: written(stand.points) });
const countJson = (state: DutyState | null) => (state === null ? null : { count: written(state.count), quota: written(state.quota) });
