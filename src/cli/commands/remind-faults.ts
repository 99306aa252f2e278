/** What `tongbao remind` says where it cannot send, or cannot know what was sent. Neither the address nor the secret of a robot is ever told. */
import { BRANCH } from '../../rim/reminded.ts';
import { MemoryFault } from '../../rim/sent-file.ts';
import type { PostFault, RobotFault } from '../../rim/webhook.ts';
import type { Said } from '../../words/speech.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, Usage } from '../usage.ts';

const ROBOT: Readonly<Record<RobotFault, Said>> = {
  'no-address': {
    zh: '没有设置环境变量 TONGBAO_WEBHOOK(群机器人的地址),--post 不知道发到哪里。',
    en: 'The environment has no TONGBAO_WEBHOOK, the address of the robot, so --post does not know where to send.',
  },
  'bad-address': {
    zh: '环境变量 TONGBAO_WEBHOOK 不是 http 或 https 地址。',
    en: 'TONGBAO_WEBHOOK in the environment is no http or https address.',
  },
  'bad-kind': {
    zh: '环境变量 TONGBAO_WEBHOOK_KIND 可以是 wecom(企业微信)、dingtalk(钉钉)或 plain。',
    en: 'TONGBAO_WEBHOOK_KIND in the environment takes wecom, dingtalk or plain.',
  },
};

export const robotUsage = (fault: RobotFault): Usage => new Usage(ROBOT[fault].zh, ROBOT[fault].en);

const MEMORY: Readonly<Record<MemoryFault['code'], Said>> = {
  unreadable: { zh: '读不了已发送的清单', en: 'The list of what was sent cannot be read' },
  unwritable: { zh: '已发送的清单没有写成', en: 'The list of what was sent could not be written' },
  'no-git': { zh: '--remember 需要 Git,这台机器上没有', en: '--remember needs Git, and this machine has none' },
  'no-repository': {
    zh: '--remember 需要 Git 仓库,这里不是;可以改用 --sent',
    en: '--remember needs a Git repository, and this is none; use --sent instead',
  },
  'checked-out': {
    zh: '现在检出的正是记录提醒的分支,请先切换到别的分支',
    en: 'The branch of the reminders is checked out; switch to another one first',
  },
  unreachable: {
    zh: '连不上远程仓库 origin,不知道别处已发送了什么,因此没有再发',
    en: 'The remote origin cannot be reached, and without knowing what was sent elsewhere nothing more is sent',
  },
  unpushed: {
    zh: `已发送的清单记在本机的 ${BRANCH} 分支,没能推送到 origin,请检查推送权限`,
    en: `The list of what was sent is on the branch ${BRANCH} here and could not be pushed to origin; check who may push`,
  },
  contended: { zh: '同时有别的程序在写已发送的清单,试了多次没有写成', en: 'Others kept writing the list of what was sent; several attempts failed' },
};

/** Runs `work`; where it cannot be known or kept what was sent, tells so. */
export async function memoryFaultTold({ err }: Terminal, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof MemoryFault)) throw error;
    const { zh, en } = MEMORY[error.code];
    err(`${zh}(${error.message})。\n${en} (${error.message}).\n`);
    return EXIT.findings;
  }
}

interface Progress {
  readonly sent: number;
  readonly of: number;
  /** Whether what was sent is remembered. */
  readonly kept: boolean;
}

export function postFaultTold({ what, said }: PostFault, { sent, of, kept }: Progress, { err }: Terminal): number {
  const why: Said =
    what === 'unreachable' ? { zh: '群机器人连不上', en: 'The robot cannot be reached' } : { zh: '群机器人没有接受', en: 'The robot refused it' };
  const then: Said = kept
    ? { zh: '已发的已记下,下次只发其余的。', en: 'What was sent is remembered; the next run sends the rest.' }
    : {
        zh: '下次运行会全部重发;要避免重复,请用 --sent 或 --remember。',
        en: 'The next run sends all of it again; --sent or --remember prevent that.',
      };
  err(`${why.zh}:${said}。${of} 条消息发出了 ${sent} 条。${then.zh}\n${why.en}: ${said}. ${sent} of ${of} messages were sent. ${then.en}\n`);
  return EXIT.findings;
}
