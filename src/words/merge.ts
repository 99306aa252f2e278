/** Words for merging a pull request with those who approved in its message. */
import { listed, type Said } from './speech.ts';

export const mergeWords = {
  onlyGitHub: {
    zh: '这个命令只用于 GitHub。GitLab 请设置合并说明模板(.gitlab/merge_commit_template.txt),Gitea 用 .gitea/default_merge_message/ 的模板,合并按钮即可。',
    en: 'This is for GitHub alone. GitLab has templates for it (.gitlab/merge_commit_template.txt), Gitea those in .gitea/default_merge_message/: merge with the button there.',
  },
  noToken: {
    zh: '没有 GitHub 的令牌(环境变量 TONGBAO_TOKEN 或 GITHUB_TOKEN),没有合并。',
    en: 'There is no token for GitHub (TONGBAO_TOKEN or GITHUB_TOKEN in the environment); nothing was merged.',
  },
  merged: (number: number): Said => ({ zh: `合并请求 #${number} 已经合并过。`, en: `Pull request #${number} is merged already.` }),
  refused: (logins: readonly string[]): Said => ({
    zh: `${listed(logins).zh} 要求修改,没有合并。请改好后由其重新批准。`,
    en: `${listed(logins).en} asked for changes; nothing was merged. Have them approve what was changed.`,
  }),
  nobody: (stale: readonly string[]): Said =>
    stale.length === 0
      ? { zh: '还没有人批准,没有合并。', en: 'Nobody has approved yet; nothing was merged.' }
      : {
          zh: `${listed(stale).zh} 批准的是最后一次推送之前的内容,没有合并。请就现在的内容重新批准。`,
          en: `What ${listed(stale).en} approved was changed by a later push; nothing was merged. Have what stands there now approved.`,
        },
  done: (number: number, approved: readonly string[]): Said => ({
    zh: `已合并 #${number},合并说明里有审批人:${listed(approved).zh}。`,
    en: `Merged #${number}; its message names who approved: ${listed(approved).en}.`,
  }),
  stale: (logins: readonly string[]): Said => ({
    zh: `没有写入的:${listed(logins).zh}(批准的是最后一次推送之前的内容)。`,
    en: `Left out: ${listed(logins).en}, who approved before the last push.`,
  }),
} as const;
