/**
 * What the pages are made of, read once per build: the one door through which pages reach the rim. The ledger stays behind it; what comes out
 * is what `publicView` and, for the laboratory, `labData` let through. The root comes from `TONGBAO_ROOT`, the day from `TONGBAO_AS_OF`; unless given, where the build runs, today.
 */
import { type Day, dayOf } from '../model/day.ts';
import type { LabData } from '../site/lab/data.ts';
import { labData } from '../site/lab/extract.ts';
import { publicView } from '../site/public.ts';
import { type SitePages, sitePages } from '../site/site.ts';
import { bookOf } from './bulletins.ts';
import { runCasesOf } from './cases.ts';
import { policiesToTry } from './ordinances.ts';
import { provenanceOf } from './provenance.ts';
import { openedRoot } from './session.ts';

interface Made {
  readonly site: SitePages;
  /** What the laboratory's page reads. */
  readonly lab: () => LabData;
}

function readSite(root: string, wanted: string | undefined): Made {
  const opened = openedRoot(root);
  const { ledger, policies, plan, bulletins, findings, lineOf } = opened;
  if (ledger === null) throw new Error(`${root}: data/site.yaml cannot be used; npx tongbao check says why`);
  const asOf = dayFrom(wanted) ?? today(ledger.site.timeZone);
  const journal = bookOf({ ...opened, ledger }, asOf);
  const view = publicView({ ledger, journal, policies, plan, bulletins, pdf: process.env.TONGBAO_PDF === '1', findings, provenance: provenanceOf(root), lineOf });
  return {
    site: sitePages(view, 'zh', (policy) => runCasesOf(root, policy)),
    lab: () => labData({ ledger, asOf, policies: policiesToTry(root, ledger.site.policies), periods: [...view.periods].reverse() }),
  };
}

function dayFrom(wanted: string | undefined): Day | null {
  if (!wanted) return null;
  const day = dayOf(wanted);
  if (day === null) throw new Error(`TONGBAO_AS_OF is not a day: ${wanted}`);
  return day;
}

const today = (timeZone: string): Day => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date()) as Day;

export const { site, lab } = readSite(process.env.TONGBAO_ROOT ?? process.cwd(), process.env.TONGBAO_AS_OF);
