/** How a changed record is called: by its title where it may be shown, else by its unit and day. */
import type { RecordFolder } from '../ledger/files.ts';
import type { Said } from '../words/speech.ts';
import type { Card, Sides } from './cards.ts';

/** Who reads the report: those who may read the repository, or anybody. */
export type Readers = 'of-the-repository' | 'anybody';

/** Whether the content of a record may be shown to these readers. */
export const mayShow = ({ open }: Pick<Card, 'open'>, readers: Readers): boolean => open || readers === 'of-the-repository';

/** 《…》被南方日报采用; “…” in 南方日报. Where many are named in one sentence, titles are short. */
export function calledOf(card: Card, sides: Sides, readers: Readers, most = MOST): Said {
  const kind = KINDS[card.folder];
  if (!mayShow(card, readers)) return hiddenOf(card, kind, sides);
  const value = contentOf(card);
  const title = titleOf(card, sides) ?? textIn(value, 'title') ?? textIn(value, 'name') ?? textIn(value, 'kind');
  const unit = unitsOf(card, sides);
  if (title === null) return { zh: `${kind.zh}（${card.change.file}）`, en: `${kind.en} (${card.change.file})` };
  const [zh, en] = [`《${cut(title, most)}》`, `“${cut(title, most)}”`];
  switch (card.folder) {
    case 'submissions':
      return { zh, en };
    case 'adoptions':
    case 'instructions': {
      const within = calledWithin(card, sides);
      return { zh: `${zh}${within?.zh}`, en: `${en} ${within?.en}` };
    }
    case 'incidents':
    case 'figures':
      return { zh: `${unit}的${kind.zh}：${cut(title)}`, en: `${kind.en} of ${unit}: ${cut(title)}` };
    default:
      return { zh: `${kind.zh}${zh}`, en: `${kind.en} ${en}` };
  }
}

/** The same where the item has just been named: 被南方日报采用. */
export function calledWithin(card: Card, sides: Sides): Said | null {
  const value = contentOf(card);
  if (card.folder === 'adoptions') return { zh: `被${outletOf(value, sides)}采用`, en: `in ${outletOf(value, sides)}` };
  if (card.folder === 'instructions') return { zh: `获${textIn(value, 'level') ?? ''}领导批示`, en: 'with an instruction' };
  return null;
}

const KINDS: Readonly<Record<RecordFolder, Said>> = {
  submissions: { zh: '报送', en: 'submission' },
  adoptions: { zh: '采用', en: 'adoption' },
  instructions: { zh: '批示', en: 'instruction' },
  obligations: { zh: '任务', en: 'obligation' },
  incidents: { zh: '差错', en: 'incident' },
  figures: { zh: '上报数据', en: 'figure' },
  appeals: { zh: '申诉', en: 'appeal' },
  activities: { zh: '宣传活动', en: 'activity' },
  indicators: { zh: '统计数据', en: 'figure' },
};

export const kindWords = (folder: RecordFolder): Said => KINDS[folder];

function hiddenOf(card: Card, kind: Said, sides: Sides): Said {
  const about = [unitsOf(card, sides), card.on ?? ''].filter((part) => part !== '').join('，');
  return { zh: `不公开的${kind.zh}${about === '' ? '' : `（${about}）`}`, en: `${kind.en} that is not public${about === '' ? '' : ` (${about})`}` };
}

const unitsOf = ({ units }: Card, sides: Sides): string => units.map((unit) => unitName(unit, sides)).join('、');

export const unitName = (unit: string, { before, after }: Pick<Sides, 'before' | 'after'>): string =>
  (after.ledger?.units.get(unit) ?? before.ledger?.units.get(unit))?.name ?? unit;

const contentOf = ({ change }: Card): unknown => change.after ?? change.before;

/** The title of the item that a record belongs to. */
function titleOf(card: Card, { before, after }: Sides): string | null {
  // A record that cannot be used still says which item it is about.
  const item = card.item ?? textIn(contentOf(card), 'submission');
  if (item === null || card.folder === 'incidents') return null;
  return (after.ledger?.submissions.get(item) ?? before.ledger?.submissions.get(item))?.title ?? null;
}

function outletOf(value: unknown, { before, after }: Sides): string {
  const named = textIn(value, 'outlet') ?? '';
  return (after.ledger?.outlets.get(named) ?? before.ledger?.outlets.get(named))?.name ?? named;
}

function textIn(value: unknown, key: string): string | null {
  const found = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
  return typeof found === 'string' ? found : null;
}

/** data/submissions/fuwu/2026/…: the name of a file often spells its title. */
export const folderIn = (file: string): string => `${file.slice(0, file.lastIndexOf('/') + 1)}…`;

const MOST = 60;

/** On one line and not too long. */
export function cut(text: string, most = MOST): string {
  const signs = [...text.replace(/\s+/g, ' ').trim()];
  return signs.length > most ? `${signs.slice(0, most).join('')}…` : signs.join('');
}
