/** `tongbao review`: what a proposal changes and does, for the person who has to approve it; run in pipelines and by hand. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import { annotations } from '../../export/report-github.ts';
import { codeQuality } from '../../export/review/code-quality.ts';
import { toldFindings } from '../../export/review/findings.ts';
import { reviewJson } from '../../export/review/json.ts';
import type { Reviewed } from '../../export/review/names.ts';
import { remarksOf } from '../../export/review/remarks.ts';
import { reportMarkdown, reportText } from '../../export/review/report.ts';
import { sarif } from '../../export/review/sarif.ts';
import { later } from '../../model/day.ts';
import { firstOpenDay } from '../../review/closed.ts';
import { review } from '../../review/review.ts';
import { today } from '../../rim/clock.ts';
import { hostFrom } from '../../rim/proposal/host.ts';
import { Unable } from '../../rim/proposal/unable.ts';
import { compareEnds, type Ends, endsOf } from '../../rim/review.ts';
import { commentOn, pullIn } from '../../rim/review-comment.ts';
import { COMMENTED, commentWords, troubleWords } from '../../words/review.ts';
import { formatFrom } from '../options.ts';
import type { Setting } from '../setting.ts';
import { EXIT, Usage } from '../usage.ts';

export const REVIEW_FORMATS = ['text', 'markdown', 'json', 'github', 'gitlab', 'sarif'] as const;
type Format = (typeof REVIEW_FORMATS)[number];

export interface WrittenReview {
  readonly base?: string;
  readonly head?: string;
  readonly public?: true;
  readonly comment?: true;
  readonly save: readonly string[];
}

type ReviewSetting = Setting<Format>;

/** Fails where what is proposed has findings; what else is called out is for people to judge. */
export async function tellReview(setting: ReviewSetting, written: WrittenReview): Promise<number> {
  const saves = written.save.map((one) => saveFrom(one, setting));
  const named = written.base ?? baseIn(setting.terminal.environment);
  const found = endsOf(setting.root, named, written.head ?? null);
  if ('fault' in found) return tellTrouble(found.fault, setting);
  const { reviewed, keep } = reviewedOf(found.ends, named, setting, written.public === true);
  const makers = makersFor(reviewed, found.ends, setting);
  setting.terminal.out(makers[setting.format]());
  for (const { format, file } of saves) writeFileSync(file, makers[format]());
  summarise(reviewed, setting);
  if (written.comment === true) await comment(reviewed, setting);
  keep();
  return reviewed.review.judged.own.length + reviewed.review.judged.elsewhere.length === 0 ? EXIT.clean : EXIT.findings;
}

/** What a pipeline says that it merges into; the main branch elsewhere. */
function baseIn({ GITHUB_BASE_REF, CI_MERGE_REQUEST_TARGET_BRANCH_NAME, CI_DEFAULT_BRANCH }: ReviewSetting['terminal']['environment']): string {
  const target = GITHUB_BASE_REF || CI_MERGE_REQUEST_TARGET_BRANCH_NAME || CI_DEFAULT_BRANCH;
  return target ? `origin/${target}` : 'main';
}

/** `gitlab=codequality.json` */
function saveFrom(written: string, { terminal }: ReviewSetting): { format: Format; file: string } {
  const [, format = '', file = ''] = /^(\w+)=(.+)$/.exec(written) ?? [];
  if (file === '')
    throw new Usage(
      `--save 请写成 格式=文件 的形式,如 gitlab=codequality.json,“${written}”不是。`,
      `Write --save like gitlab=codequality.json: a format and a file; “${written}” is not.`,
    );
  return { format: formatFrom(format, REVIEW_FORMATS), file: resolve(terminal.directory, file) };
}

/** A name that is not there is wrong usage; the rest is told as what it is. */
function tellTrouble(fault: Extract<ReturnType<typeof endsOf>, { fault: unknown }>['fault'], { terminal }: ReviewSetting): number {
  const { zh, en } = troubleWords(fault);
  if (fault.code === 'unknown-commit' && !fault.shallow) throw new Usage(zh, en);
  terminal.err(`${zh}\n${en}\n`);
  return EXIT.findings;
}

function reviewedOf(ends: Ends, base: string, { asOf }: ReviewSetting, isPublic: boolean): { reviewed: Reviewed; keep: () => void } {
  const compared = compareEnds(ends, Date.now(), (after) => {
    const day = asOf ?? today(after.ledger?.site.timeZone ?? 'Asia/Shanghai');
    // A correction is booked on the first day that is open, which may be tomorrow.
    return later(day, firstOpenDay(after) ?? day);
  });
  const { before, after, proposal, textOf, keep } = compared;
  const found = review(before, after, proposal, compared.asOf, isPublic ? 'anybody' : 'of-the-repository');
  return { reviewed: { review: found, before, after, base: { named: base, commit: ends.base }, textOf }, keep };
}

function makersFor(reviewed: Reviewed, { base, head, history }: Ends, setting: ReviewSetting): Readonly<Record<Format, () => string>> {
  const folder = history.prefix;
  return {
    text: () => reportText(reviewed),
    markdown: () => reportMarkdown(reviewed),
    json: () => reviewJson(reviewed, { base, head }),
    gitlab: () => codeQuality(remarksOf(reviewed), folder),
    sarif: () => sarif(remarksOf(reviewed), folder, packageJson.version),
    github: () => annotated(reviewed, setting) + reportText(reviewed),
  };
}

/** Annotations on the lines of the pull request. Of a record that is not public they say no more than the report. */
function annotated(reviewed: Reviewed, { terminal, root }: ReviewSetting): string {
  const way = relative(terminal.environment.GITHUB_WORKSPACE ?? terminal.directory, root)
    .split(sep)
    .join('/');
  return annotations(
    toldFindings(reviewed).map(({ shown, says }) => ({ ...shown, says })),
    way === '' ? '' : `${way}/`,
  );
}

/** GitHub takes a mebibyte of summary. */
const SUMMARY = 1_000_000 / 3;

/** Gitea sets the variable too, from 1.27 on. */
function summarise(reviewed: Reviewed, { terminal }: ReviewSetting): void {
  const file = terminal.environment.GITHUB_STEP_SUMMARY;
  if (file) appendFileSync(file, reportMarkdown(reviewed, SUMMARY));
}

/** A comment that the host does not take is no fault of the proposal: pull requests of forks have no right to one. */
async function comment(reviewed: Reviewed, { terminal }: ReviewSetting): Promise<void> {
  const { environment } = terminal;
  const [host, pull] = [hostFrom(environment, reviewed.before.ledger?.site.repository ?? null), pullIn(environment)];
  const tell = ({ zh, en }: { zh: string; en: string }): void => terminal.err(`${zh} ${en}\n`);
  if (host.kind !== 'github' && host.kind !== 'gitea') return tell(COMMENTED.noHost);
  if (pull === null) return tell(COMMENTED.noPull);
  try {
    tell(COMMENTED[await commentOn(host, pull, reportMarkdown(reviewed), reviewed.review.changes.length > 0)]);
  } catch (error) {
    if (!(error instanceof Unable)) throw error;
    tell(commentWords(error.said));
  }
}
