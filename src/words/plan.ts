/** Words for what a publicity plan is about: faults of its records, what is measured, what is still to be done. */
import type { PlanFault } from '../model/finding.ts';
import { listed, meant, quoted, type Said, type Speech, say } from './speech.ts';

export const planWords: Speech<PlanFault> = {
  'plan/unknown-word': ({ kind, found, known, nearest, plan }) => {
    const { zh, en } = KINDS[kind];
    const [has, knows] =
      known.length === 0
        ? ['方案在这里没有列出任何一种。', 'It lists none here.']
        : [`方案中有:${listed(known, 24).zh}。`, `It has: ${listed(known, 24).en}.`];
    return say(
      [`方案 ${plan} 没有${quoted(found)}这${zh}。`, `${meant(nearest).zh}${has}`],
      [`The plan ${plan} has no ${en} ${quoted(found)}.`, `${meant(nearest).en}${knows}`],
    );
  },
};

const KINDS: Readonly<Record<PlanFault['kind'], Said>> = {
  topic: { zh: '类宣传内容', en: 'topic' },
  subtopic: { zh: '个专题', en: 'sub-topic' },
  channel: { zh: '个渠道', en: 'channel' },
  form: { zh: '种形式', en: 'form' },
  emphasis: { zh: '项工作重点', en: 'emphasis' },
  aspect: { zh: '个方面', en: 'aspect' },
  training: { zh: '种培训', en: 'kind of training' },
  group: { zh: '类培训对象', en: 'group' },
  spot: { zh: '类点位', en: 'class of spot' },
  material: { zh: '种材料', en: 'kind of material' },
  system: { zh: '项制度', en: 'system' },
  role: { zh: '个角色', en: 'role' },
  report: { zh: '个报告对象', en: 'addressee of reports' },
};
