/** Every situation that was worked out by hand from the four ordinances, under the chosen reading and under each other one. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openLedger } from '../../src/ledger/open.ts';
import type { Day } from '../../src/model/day.ts';
import { parsePeriod } from '../../src/model/period.ts';
import type { Ledger } from '../../src/model/records.ts';
import { decidePolicy } from '../../src/policy/decide.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { choosing } from '../../src/policy/readings.ts';
import { answer } from './ask.ts';
import { policiesOf, type Situation, seedOf, valuesOf } from './world.ts';

const { cases } = parse(readFileSync(new URL('./situations.yaml', import.meta.url), 'utf8')) as { cases: Situation[] };

/** The ordinance as shipped, with one reading chosen otherwise if asked, and the number of places that the situation asks for. */
function policyOf(id: string, situation: Situation, reading?: readonly [string, string]): Policy {
  const file = `policies/${id}.yaml`;
  let value: unknown = parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
  const has = reading && reading[0] in ((value as { readings?: Record<string, unknown> }).readings ?? {});
  if (reading && has) value = choosing(value, reading[0], reading[1]);
  const { policy, findings } = decidePolicy(file, value);
  expect(findings).toEqual([]);
  const { k } = situation.ask as { k?: number };
  return k === undefined ? (policy as Policy) : { ...(policy as Policy), ranking: { ...(policy as Policy).ranking, top: k, bottom: k } };
}

function ask(situation: Situation, reading?: readonly [string, string]): unknown {
  const { ledger, findings } = openLedger(valuesOf(situation));
  expect(findings.filter(({ code }) => code !== 'ledger/edition-needed')).toEqual([]);
  const policies = policiesOf(situation).map((id) => policyOf(id, situation, reading));
  return answer({ situation, ledger: ledger as Ledger, policies, asOf: asOfOf(situation) });
}

/** The day the situation names, or the end of the year in which the last thing happens or is asked about. */
function asOfOf({ now, events, ask: asked }: Situation): Day {
  if (now) return now as Day;
  const periods = [
    asked['period'],
    asked['year'],
    ...((asked['periods'] as string[] | undefined) ?? []),
    ...((asked['targets'] as string[] | undefined) ?? []).map((target) => target.split('/')[1]),
  ];
  const ends = periods.flatMap((key) => parsePeriod(String(key))?.to ?? []);
  const days = JSON.stringify(events).match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  return `${[...ends, ...days].sort().at(-1)?.slice(0, 4)}-12-31` as Day;
}

describe.each(cases)('$id $title', (situation) => {
  it('gives what the document gives', () => {
    expect(ask(situation)).toEqual(situation.expected);
  });

  const others = Object.entries(situation.by_reading ?? {}).flatMap(([ambiguity, results]) =>
    Object.entries(results).map(([option, expected]) => ({ ambiguity, option, expected })),
  );
  it.each(others)('read as $ambiguity $option', ({ ambiguity, option, expected }) => {
    expect(ambiguity.slice(0, 2)).toBe(seedOf(situation));
    expect(ask(situation, [ambiguity.slice(3), option])).toEqual(expected);
  });
});
