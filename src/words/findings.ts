/** From the facts of a finding to words: what is wrong and how to mend it, the same for terminal, site, editor and CI. */
import type { Fault, Severity } from '../model/finding.ts';
import { appealWords } from './appeal-findings.ts';
import { bulletinWords } from './bulletins.ts';
import { casesWords } from './cases.ts';
import { ledgerWords } from './ledger.ts';
import { planWords } from './plan.ts';
import { policyWords } from './policy.ts';
import { schemaWords } from './schema.ts';
import { sourceWords } from './source.ts';
import type { Language, Said, Speech, Words } from './speech.ts';

const SPEECH: Speech<Fault> = {
  ...sourceWords,
  ...schemaWords,
  ...ledgerWords,
  ...policyWords,
  ...planWords,
  ...casesWords,
  ...bulletinWords,
  ...appealWords,
};

/** Words for a fault in both languages, whole sentences. */
export function saidOf(fault: Fault): Said<Words> {
  const speak = SPEECH[fault.code] as (fault: Fault) => Said<Words>;
  return speak(fault);
}

/** What is wrong, and how to mend it. */
export const wordsFor = (fault: Fault, language: Language): Words => saidOf(fault)[language];

/** Both sentences as one text. */
export function sentenceFor(fault: Fault, language: Language): string {
  const { what, remedy } = wordsFor(fault, language);
  return language === 'zh' ? `${what}${remedy}` : `${what} ${remedy}`;
}

export const SEVERITIES: Readonly<Record<Severity, Said>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '提醒', en: 'warning' },
};
