/** Words for what Git shows of approvals: how far a record has come on its chain, who signed and how, why something could not be verified, what helps. */
import type { Approver, ChainState, Doubt } from '../model/provenance.ts';
import { type Said, say, type Words } from './speech.ts';

export const CHAIN_STATES: Readonly<Record<ChainState, Said>> = {
  complete: { zh: '审批齐全', en: 'complete' },
  incomplete: { zh: '尚缺环节', en: 'steps missing' },
  unverified: { zh: '未能核实', en: 'could not be verified' },
};

/** How somebody took a step. */
export const APPROVED_HOW: Readonly<Record<Approver['how'], Said>> = {
  reviewed: { zh: '署名审核', en: 'signed' },
  merged: { zh: '合并', en: 'merged' },
  committed: { zh: '代为提交', en: 'committed for the author' },
  host: { zh: '由托管平台合并或写入，经办人见平台上的合并请求', en: 'merged or written by the host; its pull request names by whom' },
  wrote: { zh: '撰写', en: 'wrote it' },
};

const SIGN_AGAIN: Said = {
  zh: '补办：由本人审批一次合并请求（在记录的 note 或 approvals 写明即可），让合并说明带上署名。',
  en: 'To make up for it, have them approve a pull request that touches the record (a line in note or approvals will do), with the signature in its merge message.',
};

const named = (name: string | null): Said => (name === null ? { zh: '某人', en: 'somebody' } : { zh: `“${name}”`, en: `“${name}”` });

/** What is not known, and what helps. */
export function doubtWords(doubt: Doubt): Said<Words> {
  switch (doubt.code) {
    case 'no-git':
      return say(['这台机器上没有 Git。', '请安装 Git。'], ['There is no Git on this machine.', 'Install it.']);
    case 'no-repository':
      return say(['记录不在 Git 仓库里。', '请把记录放进仓库。'], ['The records are in no Git repository.', 'Put them into one.']);
    case 'no-commit':
      return say(['仓库里还没有提交。', '请先提交记录。'], ['The repository has no commit yet.', 'Commit the records.']);
    case 'shallow':
      return say(
        ['这里的 Git 历史不完整（浅克隆）。', '请取回全部历史：git fetch --unshallow，流水线中设 fetch-depth: 0。'],
        ['The Git history is incomplete here (a shallow clone).', 'Fetch all of it: git fetch --unshallow, or fetch-depth: 0 in a workflow.'],
      );
    case 'refused':
      return say(
        ['Git 拒绝读取这个仓库。', '请由仓库的所有者运行，或按 Git 的提示设置 safe.directory。'],
        ['Git refuses to read this repository.', 'Run this as its owner, or set safe.directory as Git says.'],
      );
    case 'uncommitted':
      return say(
        ['文件有尚未提交的改动，或从未提交。', '请提交，并经合并请求审批。'],
        ['The file has changes that are not committed, or never was.', 'Commit it and have it approved in a pull request.'],
      );
    case 'unsigned':
      return say(
        [
          'Git 历史里没有审批署名（Approved-by、Reviewed-by）；是否在托管平台上审批过，从 Git 看不出来。',
          `请让合并说明带上审批人（见 README“审批留痕”）。${SIGN_AGAIN.zh}`,
        ],
        [
          'Git history has no signature (Approved-by, Reviewed-by); whether it was approved on the host Git cannot tell.',
          `Have merge messages name who approved (README, “Approvals that can be proved”). ${SIGN_AGAIN.en}`,
        ],
      );
    case 'host':
      return say(
        [
          '由托管平台以自己的名义写入，说明里没有审批署名；谁审批的，只有平台上的合并请求知道。',
          `请让合并说明带上审批人（见 README“审批留痕”）。${SIGN_AGAIN.zh}`,
        ],
        [
          'The host put it there in its own name, and its message has no signature; only the pull request knows who approved.',
          `Have merge messages name who approved (README, “Approvals that can be proved”). ${SIGN_AGAIN.en}`,
        ],
      );
    case 'self-declared': {
      const { zh, en } = named(doubt.name);
      return say(
        [
          `${zh}的署名只见于撰写者的提交，或平台压缩合并时照抄的说明，可能是撰写者自己写的。`,
          `请由审批人用合并提交（merge commit）合并，或由平台的模板、流水线写入合并说明。${SIGN_AGAIN.zh}`,
        ],
        [
          `That ${en} signed stands in the writer's own commit only, or in a squash whose message the host made of it.`,
          `Let an approver merge with a merge commit, or a template or workflow of the host write its message. ${SIGN_AGAIN.en}`,
        ],
      );
    }
    case 'stale': {
      const { zh, en } = named(doubt.name);
      return say(
        [`${zh}签的是改动之前的内容（${doubt.on}）。`, `请就现在的内容再审一次。${SIGN_AGAIN.zh}`],
        [`What ${en} signed (${doubt.on}) was another text.`, `Have what stands there now approved. ${SIGN_AGAIN.en}`],
      );
    }
    case 'stranger': {
      const { zh, en } = named(doubt.name);
      return say(
        [
          `署名或合并的${zh}，人员登记里认不出来。`,
          '请在 data/people.yaml 登记其姓名、Git 邮箱和平台用户名；同一人用过别的名字、邮箱的，写进 .mailmap。',
        ],
        [
          `The register of people does not know ${en}, who signed or merged it.`,
          'Register the name, Git e-mail and host user name in data/people.yaml; other names and addresses of the same person belong in .mailmap.',
        ],
      );
    }
    case 'ambiguous': {
      const { zh, en } = named(doubt.name);
      return say(
        [`署名或合并的${zh}，登记里不止一人。`, '请在 data/people.yaml 为他们各自登记 Git 邮箱或平台用户名。'],
        [
          `More than one person may be ${en}, who signed or merged it.`,
          'Register a Git e-mail or host user name of each of them in data/people.yaml.',
        ],
      );
    }
  }
}

export const APPROVALS = {
  open: { zh: '没有署名', en: 'no signature' },
  /** The steps of a chain of which none is known to have been taken. */
  due: { zh: '应经环节', en: 'Steps' },
  mayTake: (names: readonly string[]): Said =>
    names.length === 0
      ? {
          zh: '登记里没有可以办理的人，请核对角色、单位和在职时间',
          en: 'nobody in the register may take it: look at roles, units and times of service',
        }
      : { zh: `可由 ${names.join('、')} 办理`, en: `${names.join(', ')} may take it` },
  byName: { zh: '仅凭姓名认定', en: 'known by name alone' },
  beside: { zh: '另有', en: 'besides' },
  lacking: (steps: readonly string[]): Said => ({ zh: `缺 ${steps.join('、')}`, en: `lacks ${steps.join(', ')}` }),
  /** Of the error channel: whose points go by their records, because Git cannot be asked. */
  notAsked: (count: number): Said => ({
    zh: `${count} 篇的审批无从向 Git 查起，按记录计分：`,
    en: `The approval of ${count} submissions cannot be looked up in Git, so their records stand:`,
  }),
  none: { zh: '没有需要审批的报送。', en: 'There are no submissions that need approval.' },
  tally: ({ complete, incomplete, unverified }: Readonly<Record<ChainState, number>>): Said => ({
    zh: `${complete + incomplete + unverified} 篇：审批齐全 ${complete}，尚缺环节 ${incomplete}，未能核实 ${unverified}。`,
    en: `${complete + incomplete + unverified} submissions: ${complete} complete, ${incomplete} with steps missing, ${unverified} that could not be verified.`,
  }),
  /** What points go by, so that nobody takes the one for the other. */
  basis: {
    records: {
      zh: '计分以记录为准（data/site.yaml 没有写 approvals.by: git），以上只是 Git 里看得到的。',
      en: 'Points go by the records (data/site.yaml does not say approvals.by: git); this is what Git shows.',
    },
    git: {
      zh: '计分以 Git 为准：环节齐全才计分；Git 无从查起的，按记录。',
      en: 'Points go by Git: an item counts once its chain is complete; where Git cannot be asked, the record stands.',
    },
  },
} as const;
