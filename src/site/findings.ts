/**
 * What the public learns of the findings of a build. A record that was left out, or whose file can't be read, may be one that is not public: of
 * such files only the folder and the kind of fault are told. Words that repeat what stands in another record are told for no file.
 */
import { RECORD_FOLDERS } from '../ledger/files.ts';
import type { AppealFault, Finding, LedgerFault } from '../model/finding.ts';
import { severityOf } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import type { Site } from '../model/records.ts';
import { saidOf } from '../words/findings.ts';
import { sourceHref } from './links.ts';
import type { PublicFinding } from './view.ts';

interface Setting {
  readonly ledger: { readonly site: Site };
  readonly findings: readonly Finding[];
  readonly lineOf: (place: Place) => number;
}

/** The findings with words and places as far as `files` may be told of. */
export function publicFindings(setting: Setting, files: ReadonlySet<string>): PublicFinding[] {
  return setting.findings.map((finding) => (mayBeTold(finding, files) ? told(finding, setting) : withheld(finding)));
}

/** These speak of another record, by its id, title or link. */
const SPEAKS_OF_OTHERS: ReadonlySet<Finding['code']> = new Set<(LedgerFault | AppealFault)['code']>([
  'ledger/duplicate-id',
  'ledger/ids-alike',
  'ledger/duplicate-name',
  'ledger/same-link',
  'ledger/same-title',
  'ledger/unknown-reference',
  'ledger/reference-left-out',
  'ledger/ambiguous-reference',
  'ledger/answers-another-units-obligation',
  'ledger/answers-before-set',
  'ledger/author-of-another-unit',
  'ledger/not-in-service',
  'appeal/not-covered',
  'appeal/unknown-change',
]);

function mayBeTold({ at, code }: Finding, files: ReadonlySet<string>): boolean {
  if (at.file.startsWith('policies/')) return true;
  return files.has(at.file) && !SPEAKS_OF_OTHERS.has(code);
}

function told(finding: Finding, { ledger, lineOf }: Setting): PublicFinding {
  const line = lineOf(finding.at);
  const { file } = finding.at;
  return {
    code: finding.code,
    severity: severityOf(finding),
    where: `${file}:${line}`,
    href: sourceHref(ledger.site.repository, finding.at, line),
    words: saidOf(finding),
  };
}

function withheld(finding: Finding): PublicFinding {
  return { code: finding.code, severity: severityOf(finding), where: folderOf(finding.at.file), href: undefined, words: null };
}

const FOLDERS = [...RECORD_FOLDERS, 'plan'].map((name) => `data/${name}/`);

/** Folders have names that we know; anything else may have a name that says too much. */
const folderOf = (file: string): string => FOLDERS.find((folder) => file.startsWith(folder)) ?? (file === PEOPLE ? PEOPLE : 'data/');
const PEOPLE = 'data/people.yaml';
