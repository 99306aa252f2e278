/** `tongbao bulletin`: proposes the bulletin of a period, or all that are due. Signing it is merging the pull request that brings it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BulletinDocument } from '../../ledger/written/bulletin.ts';
import type { Period } from '../../model/period.ts';
import { bulletinFile, isSigned, type Made, type Making, makeBulletins, type Refused, type Usable } from '../../rim/bulletins.ts';
import { today } from '../../rim/clock.ts';
import { readToShow } from '../../rim/disk.ts';
import { periodWords } from '../../words/periods.ts';
import { barsClosing, type Doubt, doubtWords } from '../../words/readiness.ts';
import { open, type Setting } from '../setting.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, Usage } from '../usage.ts';

/** What the office wants of it. */
export interface Wanted {
  /** Null: every bulletin that is due. */
  readonly period: Period | null;
  /** Number and day of the document, where they are given. */
  readonly wishes: Partial<Pick<BulletinDocument, 'number' | 'issued'>>;
  /** Make a bulletin that is not signed yet anew, keeping what the office wrote. */
  readonly renew: boolean;
  /** Write nothing, only say what would be written. */
  readonly dry: boolean;
}

export function bulletin(setting: Setting<'text'>, wanted: Wanted): number {
  const { terminal, root } = setting;
  const found = open(setting);
  if (found === null) return EXIT.findings;
  const { made, refused } = making({ ...found.opened, ledger: found.ledger }, wanted, setting.asOf ?? today(found.ledger.site.timeZone));
  for (const one of made) tellMade(one, wanted.dry ? null : root, terminal);
  for (const one of refused) tellRefused(one, terminal);
  if (made.length === 0 && refused.length === 0) terminal.out('没有到期未发的通报。 No bulletin is due.\n');
  found.opened.keep();
  return refused.length === 0 ? EXIT.clean : EXIT.findings;
}

function making(opened: Usable, { period, wishes, renew }: Wanted, now: ReturnType<typeof today>): Making {
  const existing = opened.bulletins.find(({ id }) => id === period?.key);
  if (existing === undefined) {
    if (renew) throw new Usage('--renew 要写明一期已有的通报。', '--renew wants the period of a bulletin that is there.');
    return makeBulletins(opened, period, now, wishes);
  }
  if (renew) refuseToChange(existing.id, opened);
  const others = { ...opened, bulletins: opened.bulletins.filter(({ id }) => id !== existing.id) };
  const again = makeBulletins(others, existing.period, now, { ...existing.written.document, ...wishes });
  if (renew || again.made[0]?.text === readToShow(opened.root, bulletinFile(existing.period))) return again;
  return { made: [], refused: [{ period: existing.period, doubts: [{ code: 'issued' }] }] };
}

/** What is signed stays, and so does what others rest on. */
function refuseToChange(id: string, { root, ledger, bulletins }: Usable): void {
  if (isSigned(root, bulletinFile({ key: id }), ledger.site.repository?.branch ?? 'main'))
    throw new Usage(
      `通报 ${id} 已经签发(在主分支上),不再改动;更正会自动记入下一期。`,
      `The bulletin ${id} is signed (it is on the main branch) and never changes; corrections go into the next.`,
    );
  const resting = bulletins.find(({ written }) => written.evidence.rests_on?.bulletin === id);
  if (resting)
    throw new Usage(
      `通报 ${resting.id} 以 ${id} 为依据,请先删去 ${resting.id},再重新生成。`,
      `The bulletin ${resting.id} rests on ${id}: remove it first, then make both anew.`,
    );
}

function tellMade({ period, file, text, doubts }: Made, root: string | null, { out }: Terminal): void {
  const same = root !== null && readToShow(root, file) === text;
  if (root !== null && !same) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const done = root === null ? '将写入 would write' : same ? '已有,内容一致 is there, and the same:' : '已写入 written:';
  out(`${periodWords(period, 'zh')} ${periodWords(period, 'en')}:${done} ${file}\n${listOf(doubts)}`);
}

function tellRefused({ period, doubts }: Refused, { out }: Terminal): void {
  out(`${periodWords(period, 'zh')}不能结账。 ${periodWords(period, 'en')} cannot be closed.\n${listOf(doubts)}`);
}

/** The readiness list: what bars the closing first. */
function listOf(doubts: readonly Doubt[]): string {
  const inOrder = [...doubts.filter(barsClosing), ...doubts.filter((doubt) => !barsClosing(doubt))];
  return inOrder
    .map((doubt) => {
      const { zh, en } = doubtWords(doubt);
      return `  ${barsClosing(doubt) ? '✗' : '·'} ${zh} ${en}\n`;
    })
    .join('');
}
