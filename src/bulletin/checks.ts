/** What must be true of bulletins beside the ordinances, the templates and the calendar; the list reads as our promises. */
import { type BulletinSettings, type Issued, SETTINGS_FILE } from '../ledger/bulletins.ts';
import { nearest } from '../ledger/nearest.ts';
import type { Wording } from '../ledger/written/wording.ts';
import type { Day } from '../model/day.ts';
import type { Finding } from '../model/finding.ts';
import { type Place, placeOf, within } from '../model/place.ts';
import type { Policy } from '../policy/policy.ts';
import { templateFaultWords } from '../words/bulletin/fault-words.ts';
import { faultsOfWording } from '../words/bulletin/faults.ts';
import { faultsIn } from '../words/bulletin/template.ts';
import { NUMBER_VALUES } from './document.ts';

interface Office {
  readonly bulletins: readonly Issued[];
  readonly bulletinSettings: BulletinSettings;
  readonly policies: readonly Policy[];
}

/** The findings of bulletins and their settings, on a day. */
export const checkBulletins = (office: Office, today: Day): Finding[] => checks.flatMap((check) => [...check(office, today)]);

const checks = [nothingIsIssuedBeforeItIsOver, everyTemplateCanBeFilledIn, theNumberCanBeFilledIn, notableClassesExist] as const;

function* nothingIsIssuedBeforeItIsOver({ bulletins }: Office, today: Day): Generator<Finding> {
  for (const { at, period } of bulletins) if (period.to > today) yield { at, code: 'bulletin/in-the-future', to: period.to, today };
}

function* everyTemplateCanBeFilledIn({ bulletinSettings, bulletins }: Office): Generator<Finding> {
  const seen = new Set<string>();
  const once = function* (wording: Wording, at: Place): Generator<Finding> {
    const key = JSON.stringify(wording);
    if (!seen.has(key)) yield* faultsAt(wording, at);
    seen.add(key);
  };
  for (const [cadence, wording] of Object.entries(bulletinSettings.wording)) yield* once(wording, placeOf(SETTINGS_FILE, 'wording', cadence));
  for (const { at, written } of bulletins) yield* once(written.document.wording, within(at, 'document', 'wording'));
}

function* faultsAt(wording: Wording, at: Place): Generator<Finding> {
  for (const { path, detail } of faultsOfWording(wording)) yield { at: within(at, ...path), code: 'bulletin/wording', detail };
}

function* theNumberCanBeFilledIn({ bulletinSettings: { number } }: Office): Generator<Finding> {
  if (number === null) return;
  for (const fault of faultsIn(number, NUMBER_VALUES))
    yield { at: placeOf(SETTINGS_FILE, 'number'), code: 'bulletin/wording', detail: templateFaultWords(fault, NUMBER_VALUES) };
}

function* notableClassesExist({ bulletinSettings: { notable }, policies }: Office): Generator<Finding> {
  const known = [...new Set(policies.flatMap(({ outlets }) => Object.keys(outlets)))];
  for (const [index, named] of notable.entries())
    if (!known.includes(named))
      yield { at: placeOf(SETTINGS_FILE, 'notable', index), code: 'bulletin/unknown-class', named, nearest: nearest(named, known) };
}
