/** Words for proposed bulletins: the pull request, the commits, what went wrong on the way. */
import type { Period } from '../model/period.ts';
import { periodWords } from './periods.ts';
import { listed, type Said } from './speech.ts';

/** First line of the commit that writes a bulletin. */
export const subjectOf = (period: Period): string => `通报 ${periodWords(period, 'zh')}  Bulletin of ${periodWords(period, 'en')}`;

const NAMED = 3;

/** Title of the pull request. */
export function titleOf(periods: readonly Period[]): string {
  const names = periods.map((period) => periodWords(period, 'zh'));
  if (periods.length <= NAMED) return `签发通报：${names.join('、')}（Bulletin ${periods.map(({ key }) => key).join(', ')}）`;
  return `签发通报：${names[0]}至${names.at(-1)}共${names.length}期（Bulletin ${periods[0]?.key} … ${periods.at(-1)?.key}）`;
}

export interface Described {
  readonly period: Period;
  /** data/bulletins/2026-10.yaml */
  readonly file: string;
  /** The document in Markdown. */
  readonly markdown: string;
  /** What is still open, one line each. */
  readonly readiness: readonly Said[];
}

/** Text of the pull request: how to sign, what to look at first, and each bulletin in full as far as the host takes it. */
export function bodyOf(bulletins: readonly Described[], most: number): string {
  const head = `${HOW_TO_SIGN}\n\n${readinessText(bulletins)}`;
  const documents = bulletins.map(({ period, file, markdown }) => `---\n\n<!-- ${period.key} -->\n\n${markdown.trim()}\n\n\`${file}\``);
  const whole = [head, ...documents].join('\n\n');
  return whole.length <= most ? whole : `${whole.slice(0, Math.max(0, most - CUT.length))}${CUT}`;
}

const CUT = '\n\n……（以下从略，全文见文件。 The rest is in the files.）';

const HOW_TO_SIGN = `**怎样签发**

1. 看下面的“签发前”各项和正文。数字有出入的，改 \`data/\` 里的记录（不改通报），合并到主分支后本请求会自动更新。
2. 文号、标题、导语、存在问题、下一步要求等，在本请求的文件里修改 \`document:\` 一段；其他部分有封签，不要动。
3. 审核人批准，然后用“合并提交”（merge commit）合并，不要用压缩或变基。合并即签发。

**How to sign**: read the list and the texts below. Where a figure is wrong, mend the record under \`data/\` on the main branch, not the bulletin: this request then renews itself.
Number, title, introduction, problems and requirements stand under \`document:\` in the file and may be edited here; the rest is sealed. Approve, then merge with a merge commit (no squash, no rebase). Merging is signing.`;

/** What is open, by bulletin; those with nothing are named together. */
function readinessText(bulletins: readonly Described[]): string {
  const open = bulletins.filter(({ readiness }) => readiness.length > 0);
  const done = bulletins.filter(({ readiness }) => readiness.length === 0).map(({ period }) => period);
  const lists = open.map(({ period, readiness }) => `${periodWords(period, 'zh')} ${period.key}\n\n${readiness.map(taskLine).join('\n')}`);
  const rest = `没有待办事项 Nothing is open: ${done.map((period) => periodWords(period, 'zh')).join('、')}`;
  return ['**签发前 Before signing**', ...lists, ...(done.length === 0 ? [] : [rest])].join('\n\n');
}

const taskLine = ({ zh, en }: Said): string => `- [ ] ${zh} ${en}`;

type HostKind = 'github' | 'gitea' | 'gitlab' | 'other';
const NAMES: Readonly<Record<HostKind, string>> = { github: 'GitHub', gitea: 'Gitea', gitlab: 'GitLab', other: '' };

/** How it ended, for the log. */
export const outcomeWords = {
  nothing: { zh: '没有要提出的通报。', en: 'There is no bulletin to propose.' },
  unchanged: (branch: string): Said => ({ zh: `分支 ${branch} 已是最新。`, en: `The branch ${branch} is up to date.` }),
  new: (branch: string): Said => ({ zh: `已推送新分支 ${branch}。`, en: `Pushed the new branch ${branch}.` }),
  renewed: (branch: string): Said => ({
    zh: `有变动,已更新分支 ${branch},办公室改过的文字保留。`,
    en: `Something has changed: renewed the branch ${branch}, with what the office wrote kept.`,
  }),
  pull: {
    opened: (url: string): Said => ({ zh: `已开合并请求:${url}`, en: `Opened the pull request: ${url}` }),
    renewed: (url: string): Said => ({ zh: `已更新合并请求:${url}`, en: `Renewed the pull request: ${url}` }),
    unchanged: (url: string): Said => ({ zh: `合并请求已开着:${url}`, en: `The pull request is open already: ${url}` }),
  },
  gitlab: {
    zh: '已随推送请 GitLab 开合并请求。',
    en: 'Asked GitLab, with the push, to open the merge request.',
  },
  byHand: (branch: string, main: string): Said => ({
    zh: `请在网页上从分支 ${branch} 向 ${main} 开合并请求,批准后用“合并提交”合并,即为签发。`,
    en: `Open the pull request from ${branch} into ${main} on the host's web page; approved and merged with a merge commit, it is signed.`,
  }),
  noToken: (kind: HostKind): Said => ({
    zh: `没有 ${NAMES[kind]} 的令牌(环境变量 TONGBAO_TOKEN 或 GITHUB_TOKEN),没有代开合并请求。`,
    en: `There is no token for ${NAMES[kind]} (TONGBAO_TOKEN or GITHUB_TOKEN in the environment), so no pull request was opened.`,
  }),
  bulletin: (period: Period, file: string): Said => ({ zh: `${periodWords(period, 'zh')}:${file}`, en: periodWords(period, 'en') }),
  refused: (period: Period): Said => ({
    zh: `${periodWords(period, 'zh')}的通报还不能提出:`,
    en: `The bulletin of ${periodWords(period, 'en')} cannot be proposed yet:`,
  }),
} as const;

export const refusedByGit = (command: string, detail: string): Said => ({
  zh: `git ${command} 没有成功:${detail}`,
  en: `git ${command} failed: ${detail}`,
});

export function inConflict(files: readonly string[]): Said {
  const { zh, en } = listed(files);
  return {
    zh: `通报分支与主分支在这些文件上有冲突:${zh}。请在网页上解决后再运行。`,
    en: `The bulletin's branch and the main branch are in conflict about ${en}. Solve it on the host's web page and run this again.`,
  };
}

export const apiRefuses = (kind: HostKind, status: number, detail: string): Said => ({
  zh: `${NAMES[kind]} 拒绝了请求(${status})${detail === '' ? '' : `:${detail}`}。${MEANING[status]?.zh ?? ''}`,
  en: `${NAMES[kind]} refused the request (${status})${detail === '' ? '' : `: ${detail}`}. ${MEANING[status]?.en ?? ''}`.trim(),
});

const PERMISSION: Said = {
  zh: '请检查令牌的权限(内容:写,合并请求:写),以及仓库是否允许流水线开合并请求。',
  en: 'Check what the token may do (contents: write, pull requests: write), and that workflows may open pull requests in this repository.',
};

const MEANING: Readonly<Record<number, Said>> = {
  401: { zh: '令牌无效或已过期,请换一个。', en: 'The token is not valid or has expired; make a new one.' },
  403: PERMISSION,
  404: PERMISSION,
};

export const apiUnreachable = (kind: HostKind, detail: string): Said => ({
  zh: `连不上 ${NAMES[kind]} 的接口:${detail}。已推送的不会丢,再运行一次即可。`,
  en: `The API of ${NAMES[kind]} cannot be reached: ${detail}. What was pushed is kept; run this again.`,
});
