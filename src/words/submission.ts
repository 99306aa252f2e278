/** Words of a submission's page: who wrote and approved its record in Git, what each step gave, and the form that goes with it. */
import type { Provenance } from '../model/provenance.ts';
import type { Language } from './speech.ts';

type Unknown = Extract<Provenance, { state: 'unknown' }>['why'];

const zh = {
  git: '记录的写入与审核（Git）',
  written: '写入',
  first: '首次登记',
  approved: '审核',
  chain: '审批核对',
  beside: '另有审核',
  request: '合并请求',
  commit: '提交',
  by: (name: string | null, on: string): string => (name === null ? on : `${name}，${on}`),
  alone: '直接提交，没有另一人审核的记录',
  unverified: '未能核实',
  why: {
    'no-git': '生成网站的机器上没有 Git。请安装 Git 后重新生成。',
    'no-repository': '记录不在 Git 仓库里。请把记录放进仓库后重新生成。',
    'no-commit': '仓库里还没有提交。请先提交记录，再重新生成。',
    shallow: '这里的 Git 历史不完整（浅克隆）。请取回全部历史（git fetch --unshallow，或在流水线中设 fetch-depth: 0）后重新生成。',
    refused: 'Git 拒绝读取这个仓库。请由仓库的所有者运行，或按 Git 的提示设置 safe.directory 后重新生成。',
    uncommitted: '这个文件有尚未提交的改动，或从未提交。请提交后重新生成。',
  } satisfies Record<Unknown, string>,
  given: (points: string): string => `${points} 分`,
  setAside: '不计分',
  form: '审批表式',
  formLead: (policy: string, clause: string): string => `依据《${policy}》${clause}，打印后由各环节签批存档。意见和签字一律手填，网站不显示。`,
  print: '打印此表',
  signature: '签字：',
  date: '年　　月　　日',
  ticked: '（已选）',
};

const en: typeof zh = {
  git: 'Written and approved (Git)',
  written: 'Written',
  first: 'First recorded',
  approved: 'Approved',
  chain: 'Approval',
  beside: 'Also approved',
  request: 'Pull request',
  commit: 'Commit',
  by: (name, on) => (name === null ? on : `${name}, ${on}`),
  alone: 'Committed directly; there is no trace of approval by another person',
  unverified: 'Could not be verified',
  why: {
    'no-git': 'There is no Git on the machine that made this site. Install it and build again.',
    'no-repository': 'The records are in no Git repository. Put them into one and build again.',
    'no-commit': 'The repository has no commit yet. Commit the records and build again.',
    shallow:
      'The Git history is incomplete here (a shallow clone). Fetch all of it (git fetch --unshallow, or fetch-depth: 0 in the workflow) and build again.',
    refused: 'Git refuses to read this repository. Run the build as its owner, or set safe.directory as Git says, and build again.',
    uncommitted: 'The file has changes that are not committed, or never was. Commit it and build again.',
  },
  given: (points) => `${points} points`,
  setAside: 'no points',
  form: 'Approval form',
  formLead: (policy, clause) =>
    `Under ${policy}, ${clause}: to be printed, signed and kept. Opinions and signatures are written by hand; the site never shows them.`,
  print: 'Print this form',
  signature: 'Signature:',
  date: 'Date:　　　　',
  ticked: ' (ticked)',
};

export const submissionWords = (language: Language): typeof zh => ({ zh, en })[language];
