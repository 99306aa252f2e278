/**
 * What the pages are made of, read once per build: the one door through which pages reach the rim. The ledger stays behind it; what comes out
 * is what `publicView` lets through. The root comes from `TONGBAO_ROOT`, the day from `TONGBAO_AS_OF`; unless given, where the build runs, today.
 */
import { type Day, dayOf } from '../model/day.ts';
import { keepJournal } from '../scoring/journal.ts';
import { publicView } from '../site/public.ts';
import { type SitePages, sitePages } from '../site/site.ts';
import { openedRoot } from './session.ts';

function readSite(root: string, wanted: string | undefined): SitePages {
  const { ledger, policies, plan, findings, lineOf } = openedRoot(root);
  if (ledger === null) throw new Error(`${root}: data/site.yaml cannot be used; npx tongbao check says why`);
  const asOf = dayFrom(wanted) ?? today(ledger.site.timeZone);
  const journal = keepJournal(ledger, policies, asOf);
  return sitePages(publicView({ ledger, journal, policies, plan, findings, lineOf }), 'zh');
}

function dayFrom(wanted: string | undefined): Day | null {
  if (!wanted) return null;
  const day = dayOf(wanted);
  if (day === null) throw new Error(`TONGBAO_AS_OF is not a day: ${wanted}`);
  return day;
}

const today = (timeZone: string): Day => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date()) as Day;

export const site = readSite(process.env.TONGBAO_ROOT ?? process.cwd(), process.env.TONGBAO_AS_OF);
