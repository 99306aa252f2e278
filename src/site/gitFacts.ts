/** Who wrote a submission's record and who approved it, step by step, as Git has it; where that cannot be told, why, and what helps. */
import type { Approver, ChainShown, Provenance } from '../model/provenance.ts';
import type { SubmissionId } from '../model/records.ts';
import { APPROVALS, APPROVED_HOW, CHAIN_STATES, doubtWords } from '../words/approvals.ts';
import type { Language } from '../words/speech.ts';
import { submissionWords } from '../words/submission.ts';
import type { Context } from './context.ts';
import { commitHref } from './links.ts';
import type { Term } from './shown.ts';

type Known = Extract<Provenance, { state: 'known' }>;

export function gitFacts(id: SubmissionId, context: Context): Term[] {
  const { view, language } = context;
  const words = submissionWords(language);
  const provenance = view.provenance(id);
  if (provenance.state === 'unknown') return [{ term: words.unverified, details: [{ text: words.why[provenance.why] }] }];
  const { first, written, commit, chain, request } = provenance;
  return [
    ...(first === null ? [] : [{ term: words.first, details: [{ text: words.by(first.name, first.on) }] }]),
    { term: words.written, details: [{ text: words.by(written.name, written.on) }] },
    ...(chain === null ? [{ term: words.approved, details: approvals(provenance, context) }] : chainTerms(chain, context)),
    ...(request === null ? [] : [{ term: words.request, details: [{ text: request, href: request }] }]),
    { term: words.commit, details: [{ text: commit.slice(0, 10), href: commitHref(view.site.repository, commit) }] },
  ];
}

/** Every step with who took it, those that nobody is known to have taken, and how far that gets the record. */
function chainTerms({ state, steps, beside, doubts }: ChainShown, context: Context): Term[] {
  const { language, ui } = context;
  const words = submissionWords(language);
  return [
    ...stepTerms(steps, context),
    ...(beside.length === 0 ? [] : [{ term: words.beside, details: beside.map((one) => ({ text: approvedText(one, context) })) }]),
    {
      term: words.chain,
      details: [{ text: [CHAIN_STATES[state][language], ...(doubts.length === 0 ? [] : [why(doubts, language)])].join(ui.colon) }],
    },
  ];
}

/** Whole sentences, one after the other. */
const why = (doubts: ChainShown['doubts'], language: Language): string =>
  doubts.map((doubt) => doubtWords(doubt)[language].what).join(language === 'zh' ? '' : ' ');

function stepTerms(steps: ChainShown['steps'], context: Context): Term[] {
  const { due, open } = APPROVALS;
  const { language } = context;
  if (steps.every(({ taken }) => taken === null)) return [{ term: due[language], details: [{ text: steps.map(({ step }) => step).join(' → ') }] }];
  return steps.map(({ step, taken }) => ({ term: step, details: [{ text: taken === null ? open[language] : approvedText(taken, context) }] }));
}

function approvals({ approved }: Known, context: Context): Term['details'] {
  if (approved.length === 0) return [{ text: submissionWords(context.language).alone }];
  return approved.map((one) => ({ text: approvedText(one, context) }));
}

const approvedText = ({ how, name, on }: Approver, { ui, language }: Context): string =>
  `${submissionWords(language).by(name, on)}${ui.aside(APPROVED_HOW[how][language])}`;
