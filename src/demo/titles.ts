/** Titles as clerks write them, put together from parts; no two alike once punctuation is taken away. */
import type { Chance } from './chance.ts';
import { personName, placeName } from './names.ts';

type Words = readonly [string, ...string[]];

const SERVICES: Words = [
  '门诊慢特病认定',
  '异地就医备案',
  '生育津贴申领',
  '医保关系转移接续',
  '零星报销',
  '城乡居民参保登记',
  '家庭共济账户绑定',
  '医保码激活',
  '“双通道”药品申请',
  '医疗救助申请',
  '新生儿参保',
  '长护险失能评估申请',
];
const CAMPAIGNS: Words = [
  '打击欺诈骗保集中宣传',
  '参保征缴政策宣讲',
  '医保政策进万家活动',
  '药品集采政策解读',
  '医保码推广',
  '异地就医直接结算宣传',
  '门诊共济政策问答',
  '基金监管以案说法',
  '“两病”用药保障宣传',
  '医保经办业务培训',
  '定点机构协议培训',
  '长期护理保险政策宣讲',
];
const GROUPS: Words = [
  '村民',
  '参保职工',
  '慢病患者',
  '返乡务工人员',
  '低保对象',
  '老年人',
  '渔民',
  '灵活就业人员',
  '在校学生',
  '退役军人',
  '新生儿家长',
  '残疾群众',
];
const METHODS: Words = [
  '夜校',
  '赶集日',
  '小板凳课堂',
  '入户走访',
  '流动服务车',
  '大喇叭广播',
  '直播间',
  '网格微信群',
  '文艺演出',
  '帮办代办',
  '主题党日',
  '有奖问答',
];
const FINDINGS: Words = ['追回违规资金', '拒付不合理费用', '约谈负责人后退回资金', '处以违约金', '挽回基金损失'];
const REFORMS: Words = [
  'DIP付费改革',
  'DRG付费改革',
  '药品集采',
  '高值耗材集采',
  '门诊统筹',
  '医共体总额付费',
  '日间手术付费',
  '中医优势病种付费',
  '检查检验结果互认',
  '基金即时结算',
];

interface Parts {
  readonly region: string;
  readonly town: string;
  readonly village: string;
  readonly person: string;
  readonly count: number;
  /** A number of people that a village has. */
  readonly few: number;
  readonly of: (words: Words) => string;
}

const TEMPLATES: readonly [(parts: Parts) => string, ...((parts: Parts) => string)[]] = [
  ({ town, village, few, of }) => `${town}镇${village}村：${few}名${of(GROUPS)}家门口办妥${of(SERVICES)}`,
  ({ region, town, few, of }) => `${region}在${town}镇开展${of(CAMPAIGNS)}，现场答疑${few}人次`,
  ({ town, village, of }) => `${of(METHODS)}进${village}村，${town}镇${of(CAMPAIGNS)}接地气`,
  ({ village, few, of }) => `${village}村${of(METHODS)}讲医保，${few}名${of(GROUPS)}听得懂`,
  ({ region, count, town, of }) => `${region}专项检查${town}片区定点药店，${of(FINDINGS)}${count}元`,
  ({ town, count, of }) => `${of(REFORMS)}在${town}镇卫生院落地，次均费用下降${count}元`,
  ({ person, town, count, of }) => `${town}镇${person}的医保账单：${of(REFORMS)}省下${count}元`,
  ({ town, village, of }) => `${town}镇党员服务队到${village}村上门办理${of(SERVICES)}`,
  ({ person, village, of }) => `驻${village}村工作队员${person}：把${of(SERVICES)}送到床前`,
  ({ region, town, of }) => `${region}领导到${town}镇调研${of(REFORMS)}`,
  ({ town, village, count, of }) => `${of(SERVICES)}下沉到村，${town}镇${village}村代办点办件破${count}件`,
  ({ town, few, of }) => `${town}镇：${of(METHODS)}让${few}位${of(GROUPS)}少跑腿`,
  ({ town, village, of }) => `“${of(SERVICES)}怎么办？”${town}镇${village}村${of(METHODS)}给出答案`,
  ({ region, count, person, of }) => `${region}表彰医保社会监督员${person}，其线索${of(FINDINGS)}${count}元`,
  ({ town, few, of }) => `${town}镇试点“一站式”结算，为${few}名${of(GROUPS)}减负`,
  ({ town, village, of }) => `${town}镇与${village}村共建医保服务点，${of(SERVICES)}实现就近办`,
  ({ region, town, count, of }) => `${region}${of(CAMPAIGNS)}走进${town}，发放资料${count}份`,
  ({ person, town, of }) => `窗口里的${person}：${town}镇${of(SERVICES)}“零差错”`,
  ({ town, few, village, of }) => `${town}镇参保率再提升，${village}村${of(METHODS)}动员${few}人缴费`,
  ({ town, count, of }) => `${town}镇卫生院通报${of(REFORMS)}运行情况，${count}份病案接受抽查`,
  ({ village, town, of }) => `${village}村卫生站接入医保系统，${town}镇${of(GROUPS)}看病更方便`,
  ({ region, town, few, of }) => `${region}为${town}镇${few}名${of(GROUPS)}落实资助参保`,
];

/** A writer that never repeats itself. */
export function titleWriter(region: string, chance: Chance): () => string {
  const used = new Set<string>();
  return () => {
    for (;;) {
      const title = chance.pick(TEMPLATES)(partsOf(region, chance));
      const bare = title.replace(/[^\p{L}\p{N}]/gu, '');
      if (used.has(bare)) continue;
      used.add(bare);
      return title;
    }
  };
}

const partsOf = (region: string, chance: Chance): Parts => ({
  region,
  town: placeName(chance.int(0, 599)),
  village: placeName(chance.int(0, 599)),
  person: personName(chance.int(0, 9999)),
  count: chance.int(11, 4999),
  few: chance.int(7, 480),
  of: (words) => chance.pick(words),
});
