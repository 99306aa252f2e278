/** The form of the laboratory: what stands in it, in words. */
import { asList } from '../../policy/lists.ts';
import type { Policy } from '../../policy/policy.ts';
import { type LabWords, labWords } from '../../words/lab.ts';
import { conditionWords, joined } from '../../words/ordinance/amounts.ts';
import type { Language } from '../../words/speech.ts';
import { type Ui, ui as uiOf } from '../../words/ui.ts';
import { clausePath } from '../links.ts';
import type { Linked } from '../shown.ts';
import { type Entry, entriesOf, type Field, questionsOf, SECTIONS, type SectionName } from './fields.ts';

export interface FormField {
  /** The key by which an edit names it. */
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

export interface FormRow {
  readonly clause: Linked;
  readonly text: string;
  readonly fields: readonly FormField[];
}

export interface FormSection {
  readonly id: SectionName;
  readonly title: string;
  readonly caption: string;
  readonly rows: readonly FormRow[];
}

export interface FormReading {
  readonly id: string;
  readonly clause: string;
  readonly question: string;
  readonly because: string;
  readonly options: readonly { readonly id: string; readonly says: string; readonly mark: string }[];
}

export interface Form {
  readonly sections: readonly FormSection[];
  readonly readings: readonly FormReading[];
}

/** An ordinance under the readings chosen. */
export interface Reading {
  readonly written: unknown;
  readonly policy: Policy;
  /** The options that its text chooses by itself. */
  readonly inUse: Policy['readings'];
  /** Whether its clauses have pages to be linked to. */
  readonly linked: boolean;
}

/** The form for an ordinance under the readings chosen. */
export function formOf({ written, policy, inUse, linked }: Reading, language: Language): Form {
  const [words, ui] = [labWords(language), uiOf(language)];
  const entries = entriesOf(written);
  const clauseOf = (name: string | null): Linked => ({
    text: name ?? words.none,
    href: linked && name !== null ? clausePath(policy.id, name) : undefined,
  });
  return {
    sections: SECTIONS.flatMap((section) => {
      const rows = entries.filter((entry) => entry.section === section);
      const title = words.sections[section];
      return rows.length === 0
        ? []
        : [
            {
              id: section,
              title,
              caption: words.captions(title),
              rows: rows.map((entry) => ({ clause: clauseOf(entry.clause), text: textOf(entry, policy, ui), fields: fieldsOf(entry, words) })),
            },
          ];
    }),
    readings: questionsOf(written).map(({ id, clause, question, because, options }) => ({
      id,
      clause,
      question,
      because: because === null ? '' : words.because(because),
      options: options.map((option) => ({ ...option, mark: option.id === inUse[id]?.chosen ? words.chosen : '' })),
    })),
  };
}

export const keyOf = ({ source }: Pick<Field, 'source'>): string => JSON.stringify(source);

function fieldsOf(entry: Entry, words: LabWords): FormField[] {
  return entry.fields.map((field) => ({ key: keyOf(field), label: labelOf(entry, field, words), value: field.value }));
}

/** 综合, 采用 · 单篇, 第 2 档 · 给分: what is left of the path, in words. */
function labelOf({ section }: Entry, { path }: Field, { labels, ordinal }: LabWords): string {
  const steps = path.slice(2);
  const nameOf = (step: string | number, index: number): string => {
    if (typeof step === 'number') return ordinal(step + 1);
    return labels[`${steps[index - 1] ?? section}/${step}`] ?? labels[step] ?? step;
  };
  const named = steps.map(nameOf);
  return joined(steps.length > 1 && steps[0] === 'points' ? named.slice(1) : named, ' · ');
}

/** What an entry is about: a rule by what it values, a duty by its title. */
function textOf({ section, id }: Entry, policy: Policy, ui: Ui): string {
  const { rules, spans } = ui;
  if (section === 'rules') {
    const rule = policy.rules[id];
    const told = rule && [
      rules.facts[rule.for],
      conditionWords(rule.where, ui),
      rule.unless !== undefined && rules.unless(conditionWords(rule.unless, ui)),
    ];
    return joined(told ?? [id], ui.comma);
  }
  if (section === 'duties') return joined([policy.duties[id]?.title, conditionWords(policy.duties[id]?.each, ui)], ui.comma);
  if (section === 'consequences') return policy.consequences[id]?.says ?? rules.kinds.consequence;
  const span = section === 'pools' || section === 'deadlines' ? undefined : policy[section][id]?.per;
  if (span !== undefined) return joined([rules.per(spans[span]), limitedTo(id, policy, ui)], ui.comma);
  return id;
}

/** The rules that a limit looks at, by their clauses. */
function limitedTo(id: string, { limits, rules, duties }: Policy, ui: Ui): string {
  const clauses = (limits[id]?.rules ?? []).flatMap((rule) => asList((rules[rule] ?? duties[rule])?.clause).slice(0, 1));
  return [...new Set(clauses)].join(ui.list);
}
