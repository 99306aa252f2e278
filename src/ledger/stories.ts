/** 同一稿件: the same story filed twice, told by its link or by its title. */
import type { Finding } from '../model/finding.ts';
import { within } from '../model/place.ts';
import type { Submission } from '../model/records.ts';

/** Every submission whose link or title another one has already, unless the records say that they belong together. */
export function theSameStoryIsFiledOnce(submissions: ReadonlyMap<string, Submission>): Finding[] {
  const links = new Map<string, Submission>();
  const titles = new Map<string, Submission>();
  const findings: Finding[] = [];
  for (const submission of submissions.values()) {
    const linked = submission.link === null ? undefined : firstOf(links, foldLink(submission.link), submission);
    const titled = firstOf(titles, foldTitle(submission.title), submission);
    if (linked && !related(linked, submission)) findings.push({ at: within(submission.at, 'link'), code: 'ledger/same-link', other: linked.at.file });
    else if (titled && !related(titled, submission))
      findings.push({ at: within(submission.at, 'title'), code: 'ledger/same-title', other: titled.at.file, title: titled.title });
  }
  return findings;
}

/** The submission that had `key` before; undefined (and remembered) for the first. */
function firstOf(seen: Map<string, Submission>, key: string, submission: Submission): Submission | undefined {
  const first = seen.get(key);
  if (!first) seen.set(key, submission);
  return first;
}

function related(a: Submission, b: Submission): boolean {
  return (
    a.sameAs === b.id ||
    b.sameAs === a.id ||
    (a.sameAs !== null && a.sameAs === b.sameAs) ||
    a.compositeOf.includes(b.id) ||
    b.compositeOf.includes(a.id)
  );
}

/** A title as its readers would compare it: without width, case, spaces and punctuation. */
export const foldTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\s]+/gu, '');

/** An address as its server would: without scheme, www, fragment, tracking parameters and a slash at the end. */
export function foldLink(link: string): string {
  const [address = ''] = link.split('#');
  const [path = '', query = ''] = address.replace(/^https?:\/\/(www\.|m\.)?/i, '').split('?');
  const kept = query
    .split('&')
    .filter((pair) => pair !== '' && !/^(utm_|from=|share|spm)/i.test(pair))
    .sort();
  const [host = '', ...rest] = path.replace(/\/+$/, '').split('/');
  return [[host.toLowerCase(), ...rest].join('/'), ...kept].join('?');
}
