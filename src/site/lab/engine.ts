/** The engine of the laboratory: takes what a person has changed, scores the ledger anew, and says what came of it. Pure; the worker drives it. */
import { type Finding, severityOf } from '../../model/finding.ts';
import { type Period, parsePeriod } from '../../model/period.ts';
import type { Ledger } from '../../model/records.ts';
import { asIfSince, forEveryone } from '../../policy/as-if.ts';
import { decidePolicy } from '../../policy/decide.ts';
import type { Policy } from '../../policy/policy.ts';
import { type Journal, keepJournal } from '../../scoring/journal.ts';
import { parse } from '../../source/parse.ts';
import { isNumber, spliced } from '../../source/splice.ts';
import { compare } from '../../standings/comparison.ts';
import { yearToDate } from '../../standings/totals.ts';
import { sentenceFor } from '../../words/findings.ts';
import { labWords } from '../../words/lab.ts';
import { periodWords } from '../../words/periods.ts';
import type { Language } from '../../words/speech.ts';
import { ui } from '../../words/ui.ts';
import { type LabData, ledgerOf } from './data.ts';
import { editsOf, entriesOf, type Field, readAs } from './fields.ts';
import { type Form, formOf, keyOf } from './form.ts';
import { type Result, resultOf } from './result.ts';

/** What a person has changed. */
export interface Trial {
  readonly policy: string;
  /** Option by reading, where it is not the one in use. */
  readonly readings: Readonly<Record<string, string>>;
  /** What was typed, by the key of the field. */
  readonly edits: Readonly<Record<string, string>>;
  readonly period: string;
  readonly everyone: boolean;
}

export interface Answer {
  readonly form: Form;
  /** Null where the ordinance as changed cannot be used; the result before it stands. */
  readonly result: Result | null;
  readonly notes: readonly string[];
  /** What is wrong, by the key of the field; '' for what is wrong elsewhere. */
  readonly faults: Readonly<Record<string, string>>;
  /** The ordinance as changed, with its comments. */
  readonly yaml: string;
}

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface Laboratory {
  /** What may be chosen; a trial of the first of each changes nothing. */
  readonly choices: { readonly policies: readonly Choice[]; readonly periods: readonly Choice[] };
  /** The trial that changes nothing. */
  readonly start: Trial;
  answer(trial: Trial): Answer;
}

interface Sheet {
  readonly id: string;
  readonly text: string;
  readonly inUse: boolean;
  readonly written: unknown;
  readonly policy: Policy;
}

/** The laboratory for what the page was handed; null where there is nothing to try it on. Ordinances that cannot be used are not offered. */
export function laboratory(data: LabData, language: Language): Laboratory | null {
  const sheets = data.policies.flatMap((one): Sheet[] => {
    const written = parse(fileOf(one.id), one.text).value;
    const { policy } = decidePolicy(fileOf(one.id), written);
    return policy === null ? [] : [{ ...one, written, policy }];
  });
  const [first] = sheets;
  const [period] = data.periods;
  if (first === undefined || period === undefined) return null;
  const ledger = ledgerOf(data);
  const used = data.site.policies.flatMap((id) => sheets.find((sheet) => sheet.id === id)?.policy ?? []);
  const bench: Bench = { data, ledger, sheets, used, before: keepJournal(ledger, used, data.asOf), language };
  const words = labWords(language);
  const { aside } = ui(language);
  return {
    choices: {
      policies: sheets.map(({ id, policy, inUse }) => ({ value: id, text: inUse ? `${policy.title}${aside(words.inUse)}` : policy.title })),
      periods: data.periods.map((key) => ({ value: key, text: periodWords(parsePeriod(key) as Period, language) })),
    },
    start: { policy: first.id, readings: {}, edits: {}, period, everyone: false },
    answer: (trial) => answerTo(trial, bench),
  };
}

const fileOf = (id: string): string => `policies/${id}.yaml`;

interface Bench {
  readonly data: LabData;
  readonly ledger: Ledger;
  readonly sheets: readonly Sheet[];
  readonly used: readonly Policy[];
  readonly before: Journal;
  readonly language: Language;
}

function answerTo(trial: Trial, bench: Bench): Answer {
  const sheet = bench.sheets.find(({ id }) => id === trial.policy) as Sheet;
  const written = readAs(sheet.written, trial.readings);
  const yaml = changedText(trial, sheet);
  const decided = decidedFrom(yaml, trial, written, sheet);
  const policy = decided.policy ?? sheet.policy;
  const form = formOf({ written, policy, inUse: sheet.policy.readings, linked: sheet.inUse }, bench.language);
  if (decided.policy !== null) return { form, faults: {}, yaml, ...outcomeOf(decided.policy, trial, sheet, bench) };
  const faults = faultsOf(decided.findings, trial, written, bench.language);
  return { form, faults, yaml, result: null, notes: [labWords(bench.language).broken(Object.keys(faults).length)] };
}

/** What was typed, as it is meant: a number in the wide digits of a Chinese keyboard is that number. */
const typed = (value: string): string => value.normalize('NFKC').trim();

function changedText({ readings, edits }: Trial, { text }: Sheet): string {
  const changes = Object.entries(edits).map(([key, value]) => ({ path: JSON.parse(key) as Field['path'], value: typed(value) }));
  return spliced(text, [...editsOf(readings), ...changes]);
}

/** The ordinance that the changed text writes. What is typed where a number belongs is looked at first: a schema with many branches can say less. */
function decidedFrom(yaml: string, trial: Trial, written: unknown, { id }: Sheet): ReturnType<typeof decidePolicy> {
  const { value, findings } = parse(fileOf(id), yaml);
  const faults = [...findings, ...notNumbers(trial, written, id)];
  return value === undefined || faults.length > 0 ? { policy: null, findings: faults } : decidePolicy(fileOf(id), value);
}

function notNumbers(trial: Trial, written: unknown, id: string): Finding[] {
  return editedFields(trial, written).flatMap((field) => {
    const value = typed(trial.edits[keyOf(field)] as string);
    if (value !== '' && Number.isFinite(Number(value)) && isNumber(value)) return [];
    return [{ at: { file: fileOf(id), path: field.path }, code: 'schema/wrong-type', expected: 'number', found: 'text' }];
  });
}

const editedFields = ({ edits }: Trial, written: unknown): Field[] =>
  entriesOf(written)
    .flatMap(({ fields }) => fields)
    .filter((field) => keyOf(field) in edits);

/** The errors by the field that they are about: the one at their place, or else the one that was changed near it. */
function faultsOf(findings: readonly Finding[], trial: Trial, written: unknown, language: Language): Record<string, string> {
  const fields = entriesOf(written).flatMap((entry) => entry.fields);
  const edited = editedFields(trial, written);
  const faults: Record<string, string> = {};
  for (const finding of findings.filter((one) => severityOf(one) === 'error')) {
    const { path } = finding.at;
    const field = fields.find((one) => isWithin(one.path, path) && isWithin(path, one.path)) ?? edited.find((one) => isWithin(one.path, path));
    const key = field === undefined ? '' : keyOf(field);
    faults[key] = [faults[key], sentenceFor(finding, language)].filter(Boolean).join(' ');
  }
  return faults;
}

const isWithin = (path: Field['path'], outer: Field['path']): boolean => outer.every((step, index) => String(step) === String(path[index]));

function outcomeOf(changed: Policy, trial: Trial, sheet: Sheet, bench: Bench): Pick<Answer, 'result' | 'notes'> {
  const { data, ledger, used, before, language } = bench;
  const words = labWords(language);
  const period = parsePeriod(trial.period) as Period;
  const { from } = yearToDate(period);
  const taken = sheet.inUse ? changed : asIfSince(changed, from < period.from ? from : period.from);
  const tried = trial.everyone ? forEveryone(taken) : taken;
  const after = keepJournal(ledger, sheet.inUse ? used.map((one) => (one.id === sheet.id ? tried : one)) : [tried], data.asOf);
  const comparison = compare(before, after, ledger, period);
  const showing = {
    ledger,
    pages: data.pages,
    policies: sheet.inUse ? used : [...used, tried],
    inUse: new Set(data.site.policies),
    picked: sheet.inUse ? null : sheet.id,
    language,
  };
  const isEmpty = comparison.after.groups.every(({ rows }) => rows.length === 0);
  return {
    result: resultOf(comparison, showing),
    notes: [
      ...(taken.inForce.from === changed.inForce.from ? [] : [words.asIf(changed.title, taken.inForce.from)]),
      ...(isEmpty ? [words.nobody] : []),
    ],
  };
}
