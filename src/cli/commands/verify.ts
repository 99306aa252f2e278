/** `tongbao verify`: whether every issued bulletin still is what was issued, and what the records say of it now. */
import { type Held, verify } from '../../bulletin/verify.ts';
import { type Notes, verificationJson, verificationText } from '../../export/verification.ts';
import { idOf } from '../../ledger/files.ts';
import type { Day } from '../../model/day.ts';
import { today } from '../../rim/clock.ts';
import { commitsNamed, type History, openHistory } from '../../rim/history.ts';
import { type Opened, openRoot } from '../../rim/open.ts';
import { heldBulletins } from '../../rim/origins.ts';
import { proofFor } from '../../rim/proof.ts';
import { periodFrom } from '../options.ts';
import type { Setting, TEXT_OR_JSON } from '../setting.ts';
import { paintFor } from '../terminal.ts';
import { EXIT, Usage } from '../usage.ts';

/** Of the periods named, of all issued where none is. Fails unless every one is proved, with or without corrections since. */
export function tellVerification({ root, asOf, terminal, format }: Setting<(typeof TEXT_OR_JSON)[number]>, wanted: readonly string[]): number {
  const opened = openRoot(root);
  const found = openHistory(root);
  const history = 'history' in found ? found.history : null;
  const held = heldBulletins(root, found);
  const ids = wanted.map((written) => issuedNamed(written, held));
  const on = asOf ?? today(opened.ledger?.site.timeZone ?? 'Asia/Shanghai');
  const verification = verify(held, proofFor(opened, history, held, on), ids);
  const notes = notesFor(opened, history, held, on);
  terminal.out(format === 'json' ? verificationJson(verification, notes) : verificationText(verification, notes, paintFor(terminal)));
  opened.keep();
  return verification.bulletins.every(({ verdict }) => verdict === 'identical' || verdict === 'corrected') ? EXIT.clean : EXIT.findings;
}

function issuedNamed(written: string, held: readonly Held[]): string {
  const { key } = periodFrom(written);
  const ids = held.map(({ file }) => idOf(file));
  if (ids.includes(key)) return key;
  throw new Usage(`没有 ${key} 的通报;已有:${ids.join('、') || '(无)'}。`, `There is no bulletin of ${key}; there are: ${ids.join(', ') || 'none'}.`);
}

function notesFor({ ledger }: Opened, history: History | null, held: readonly Held[], asOf: Day): Notes {
  const issuing = held.flatMap(({ origin }) => (origin.state === 'issued' ? [origin.commit] : []));
  const known = history === null ? new Map() : commitsNamed(history, issuing);
  return {
    asOf,
    head: history?.head ?? null,
    noteOf: (id) => {
      const commit = known.get(id);
      return commit ? { at: commit.committer.at, committer: commit.committer.name, author: commit.author.name, subject: commit.subject } : null;
    },
    nameOf: (unit) => ledger?.units.get(unit)?.name ?? unit,
  };
}
