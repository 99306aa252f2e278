/** Who wrote a submission's record and who approved it, as Git has it; where that cannot be told, why, and what helps. */
import type { Provenance } from '../model/provenance.ts';
import type { SubmissionId } from '../model/records.ts';
import { submissionWords } from '../words/submission.ts';
import type { Context } from './context.ts';
import { commitHref } from './links.ts';
import type { Term } from './shown.ts';

export function gitFacts(id: SubmissionId, context: Context): Term[] {
  const { view, language } = context;
  const words = submissionWords(language);
  const provenance = view.provenance(id);
  if (provenance.state === 'unknown') return [{ term: words.unverified, details: [{ text: words.why[provenance.why] }] }];
  const { first, written, commit } = provenance;
  return [
    ...(first === null ? [] : [{ term: words.first, details: [{ text: words.by(first.name, first.on) }] }]),
    { term: words.written, details: [{ text: words.by(written.name, written.on) }] },
    { term: words.approved, details: approvals(provenance, context) },
    { term: words.commit, details: [{ text: commit.slice(0, 10), href: commitHref(view.site.repository, commit) }] },
  ];
}

function approvals({ approved }: Extract<Provenance, { state: 'known' }>, { ui, language }: Context): Term['details'] {
  const words = submissionWords(language);
  if (approved.length === 0) return [{ text: words.alone }];
  return approved.map(({ how, name, on }) => ({ text: `${words.by(name, on)}${ui.aside(words.how[how])}` }));
}
