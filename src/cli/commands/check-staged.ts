/** `tongbao check --staged`: before a commit, what is wrong with what will be committed. */
import { show } from '../../export/shown.ts';
import { indexTold, openStaged, type StagedFault } from '../../rim/staged.ts';
import type { Said } from '../../words/speech.ts';
import { EXIT, Usage } from '../usage.ts';
import { type CheckSetting, tellCheck } from './check.ts';

export function checkStaged(setting: CheckSetting): number {
  const { root, terminal } = setting;
  const opened = openStaged(root, indexTold(root, terminal.environment.GIT_INDEX_FILE, terminal.directory), Date.now());
  if ('fault' in opened) throw unable(opened.fault);
  const { findings, textOf, files } = opened.staged;
  if (files.size === 0) terminal.err('没有暂存的记录。 No record is staged.\n');
  else tellCheck(show(findings, textOf), setting);
  return findings.length === 0 ? EXIT.clean : EXIT.findings;
}

function unable(fault: StagedFault): Usage {
  const { zh, en } = fault.code === 'unmerged' ? unmerged(fault.files) : fault.code === 'refused' ? refused(fault.detail) : UNABLE[fault.code];
  return new Usage(zh, en);
}

const UNABLE = {
  'no-git': { zh: '没有安装 Git,看不到暂存的内容。', en: 'Git is not installed, so nothing can be said of what is staged.' },
  'no-repository': { zh: '这里不是 Git 仓库,没有暂存的内容。', en: 'This is no Git repository; nothing is staged.' },
} as const;

const unmerged = (files: readonly string[]): Said => ({
  zh: `合并还有冲突,请先解决:${files.join('、')}。`,
  en: `A merge has conflicts to be settled first: ${files.join(', ')}.`,
});

const refused = (detail: string): Said => ({ zh: `Git 没有照办:${detail}。`, en: `Git refused: ${detail}.` });
