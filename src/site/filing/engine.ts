/** The engine of the filing page: from what stands in a form to everything that the page says about it. Pure; a worker drives it. */
import { type Examined, examine, keyOf } from '../../filing/check.ts';
import { titleShelf } from '../../filing/duplicates.ts';
import { mailAddress, newFileLink, type Parcel } from '../../filing/handover.ts';
import { type FilingData, openWorld } from '../../filing/world.ts';
import type { Valued } from '../../filing/worth.ts';
import { idOf } from '../../ledger/files.ts';
import type { Day } from '../../model/day.ts';
import { type Finding, severityOf } from '../../model/finding.ts';
import { filingWords } from '../../words/filing.ts';
import { sentenceFor } from '../../words/findings.ts';
import type { Language } from '../../words/speech.ts';
import { submissionPath } from '../links.ts';
import type { Linked } from '../shown.ts';
import { type Choices, choicesIn, unitsOf } from './choices.ts';
import type { Desk } from './desk.ts';
import type { FilingKind, Register } from './fields.ts';
import { type WorthShown, worthShown } from './worth.ts';
import { type Filled, writtenOf } from './written.ts';

export interface Asked {
  readonly kind: FilingKind;
  readonly fields: readonly (Filled & { readonly register: Register | null })[];
  readonly today: Day;
}

/** `missing`: nothing stands there yet. `note`: nobody here can tell. */
export interface Remark {
  readonly tone: 'missing' | 'error' | 'warning' | 'note';
  readonly text: string;
}

export interface Answer {
  readonly file: string;
  readonly text: string;
  /** By the key of the field; '' for what belongs to none. */
  readonly remarks: Readonly<Record<string, readonly Remark[]>>;
  /** Nothing is missing and nothing is wrong. */
  readonly ready: boolean;
  /** What references mean, by key. */
  readonly meanings: Readonly<Record<string, string>>;
  readonly duplicates: readonly (Linked & { readonly note: string })[];
  readonly worth: WorthShown;
  readonly handover: Handover;
}

export interface Handover {
  /** The page of the host with the file in it; null where there is none, and `note` says why. */
  readonly link: string | null;
  /** What that link is called. */
  readonly label: string;
  readonly note: string;
  readonly mail: { readonly href: string | null; readonly note: string; readonly text: string };
}

export interface FilingEngine {
  readonly choices: Choices;
  answer(asked: Asked): Answer;
}

const FOLDERS = { submission: 'submissions', answer: 'submissions', adoption: 'adoptions', instruction: 'instructions' } as const;

/** Null where the data cannot be used. */
export function filingEngine(data: FilingData, language: Language): FilingEngine | null {
  const world = openWorld(data);
  if (world === null) return null;
  const words = filingWords(language);
  const unitName = (id: string): string => world.base.units.get(id)?.short ?? id;
  const titles = Object.entries(data.records)
    .filter(([file]) => file.startsWith('data/submissions/'))
    .map(([file, record]) => ({
      id: idOf(file),
      title: String(record.title),
      note: words.filedBy(unitsOf(record).map(unitName).join('、'), String(record.on)),
    }));
  const shelf = titleShelf(titles);
  const choices = choicesIn(world, words.filedBy);
  const desk: Desk = { world, language, choices };
  return {
    choices,
    answer: (asked) => {
      const written = writtenOf(asked.fields);
      const examined = examine({ folder: FOLDERS[asked.kind], written, today: asked.today }, world);
      const remarks = remarksOf(asked, examined, desk);
      return {
        file: examined.file,
        text: examined.text,
        remarks,
        ready: !Object.values(remarks).some((own) => own.some(({ tone }) => tone === 'missing' || tone === 'error')),
        meanings: meaningsOf(asked, desk),
        duplicates:
          typeof written.title === 'string'
            ? shelf
                .like(written.title)
                .slice(0, DUPLICATES)
                .map(({ other }) => ({ text: other.title, href: submissionPath(other.id), note: other.note }))
            : [],
        worth: worthShown(valuedIn(asked, examined, desk), asked.kind, desk),
        handover: handoverOf({ file: examined.file, text: examined.text, title: titleOf(asked.kind, written, desk) }, desk),
      };
    },
  };
}

/** More titles than these are no help. */
const DUPLICATES = 3;

function remarksOf({ fields, kind }: Asked, { findings, unlisted }: Examined, { language }: Desk): Record<string, Remark[]> {
  const words = filingWords(language);
  const remarks: Record<string, Remark[]> = {};
  const keys = new Set(fields.map(({ key }) => key));
  const add = (key: string, remark: Remark): void => {
    const place = keys.has(key) ? key : '';
    remarks[place] = [...(remarks[place] ?? []), remark];
  };
  const hasUnit = fields.some(({ key, value }) => key === 'unit' && value !== '');
  for (const finding of findings) {
    const key = placeOf(finding, hasUnit);
    if (isMissing(finding)) add(key, { tone: 'missing', text: words.missing });
    else add(key, { tone: severityOf(finding), text: sentenceFor(finding, language) });
  }
  for (const { key, to, named, nearest } of unlisted)
    add(key, { tone: 'note', text: words.unlisted[to](named, nearest === null ? '' : words.near(nearest)) });
  if (kind === 'answer' && fields.some(({ key, value }) => key === 'answers' && value === ''))
    add('answers', { tone: 'missing', text: words.missing });
  const openness = fields.find(({ key }) => key === 'openness')?.value ?? '';
  if (HIDDEN.includes(String(openness))) add('openness', { tone: 'note', text: words.hidden });
  return remarks;
}

const HIDDEN = ['依申请公开', '不公开'];

/** In a form nobody has to be told to add a line with a key. */
const isMissing = ({ code }: Finding): boolean => code === 'schema/missing-key' || code === 'ledger/no-unit';

/** The first of several units stands in a field of its own. */
function placeOf(finding: Finding, hasUnit: boolean): string {
  const key = keyOf(finding);
  return key === 'units' && hasUnit && finding.at.path[1] === 0 ? 'unit' : key;
}

const meaningsOf = ({ fields }: Asked, { choices }: Desk): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap(({ key, register, value }) =>
      register === null || typeof value !== 'string' || value.trim() === '' ? [] : [[key, choices.meaning(register, value.trim())]],
    ),
  );

/** What there is to be valued; null as long as what points go by is missing or not known. */
function valuedIn({ kind, fields, today }: Asked, { ledger, id, mended }: Examined, { world }: Desk): Valued | null {
  const needed = NEEDED[kind].filter((key) => key !== 'form' || hasForms(world));
  const isEmpty = (key: string): boolean => fields.some((field) => field.key === key && field.value === '') && key !== 'units';
  if (ledger === null || needed.some((key) => mended.has(key) || isEmpty(key))) return null;
  const folder = FOLDERS[kind];
  const record = folder === 'submissions' ? ledger.submissions.get(id) : ledger[folder].find((one) => one.id === id);
  return record === undefined ? null : { ledger, policies: world.data.policies, record, today };
}

/** What points go by. */
const NEEDED: Readonly<Record<FilingKind, readonly string[]>> = {
  submission: ['unit', 'units', 'form'],
  answer: ['unit', 'units', 'form'],
  adoption: ['submission', 'outlet'],
  instruction: ['submission', 'level'],
};

const hasForms = ({ data }: Desk['world']): boolean => data.policies.some(({ words }) => (words.form ?? []).length > 0);

function titleOf(kind: FilingKind, written: Readonly<Record<string, unknown>>, { world, language, choices }: Desk): string {
  const { titles } = filingWords(language);
  const text = (key: string): string => String(written[key] ?? '');
  if (kind === 'submission' || kind === 'answer') return titles[kind](text('title'));
  const item = Object.entries(world.data.records).find(([file]) => idOf(file) === text('submission') && file.startsWith('data/submissions/'));
  const title = String(item?.[1].title ?? choices.meaning('submissions', text('submission'))) || text('submission');
  return kind === 'adoption' ? titles.adoption(title, text('outlet')) : titles.instruction(title, text('level'));
}

function handoverOf(parcel: Parcel, { world, language }: Desk): Handover {
  const words = filingWords(language);
  const { repository, office, organisation } = world.base.site;
  const link = repository === null ? null : newFileLink(repository, parcel);
  const text = words.mailBody(organisation, parcel.title, parcel.file, parcel.text);
  const mail = mailAddress(office?.email ?? null, words.mailSubject(parcel.title), text);
  return {
    link: link?.state === 'ready' ? link.href : null,
    label: repository === null ? '' : words.onHost(repository.host),
    note:
      repository === null || link === null
        ? words.noRepository
        : link.state === 'too-long'
          ? words.tooLong(link.length, link.limit, repository.host)
          : link.state === 'none'
            ? words.noLink(repository.host)
            : words.opens,
    mail: { href: mail?.href ?? null, note: mail === null ? words.noMail : mail.whole ? '' : words.mailTooLong, text },
  };
}
