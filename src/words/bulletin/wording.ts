/**
 * How our bulletins run unless an office says otherwise in data/bulletins.yaml, where the same wording stands with its manual. A section in which
 * nothing comes about is left out, so every sentence asks first whether there is something to say.
 */
import type { Cadence, Wording } from '../../ledger/written/wording.ts';

type Section = Wording['sections'][number];

/** A template that begins on a line of its own, as it stands in YAML. */
const lines = (template: string): string => template.trim();

const TITLE = '关于{{ 周期 }}{{ 工作 }}情况的通报';
const OPENING = '根据{{ 依据 }}，现将{{ 周期 }}{{ 工作 }}情况通报如下。';

const OVERALL: Section = {
  heading: '总体情况',
  text: lines(`
{{ 周期 }}，{{ 参评单位数 }}个参评单位
{% if 报送 > 0 %}
  共报送信息{{ 报送 }}条
  {% if 重复计入数 > 0 %}（联合报送的分别计入各单位，其中重复计入{{ 重复计入数 }}条）{% endif %}
  {% if 采用 > 0 %}，截至{{ 截至 }}采用{{ 采用 }}条，采用率{{ 采用率 }}{% else %}，截至{{ 截至 }}均未被采用{% endif %}。
{% else %}
  没有报送信息。
{% endif %}
{% if 采用条次 > 0 %}{{ 本期 }}各级媒体、刊物共采用{{ 采用条次 }}条次{% if 媒体分类 %}，其中{{ 媒体分类 }}{% endif %}{% if 附件.adopted %}，目录见{{ 附件.adopted }}{% endif %}。{% endif %}
{% if 批示数 > 0 %}获领导批示{{ 批示数 }}件。{% endif %}

{% if 单位分类 %}按单位类别统计：{{ 单位分类 }}。{% endif %}
{% if 报送最多 %}报送最多的单位：{{ 报送最多 }}。{% endif %}
{% if 采用最多 %}采用最多的单位：{{ 采用最多 }}。{% endif %}
{% if 附件.statistics %}各单位报送、采用情况见{{ 附件.statistics }}。{% endif %}

{% if 环比 %}{{ 环比 }}。{% endif %}
{% if 同比 %}{{ 同比 }}。{% endif %}
`),
};

const STANDINGS: Section = {
  heading: '得分情况',
  text: lines(`
{% if 先进单位 %}得分靠前的单位：{{ 先进单位 }}。{% endif %}

{% if 靠后单位 %}得分靠后的单位：{{ 靠后单位 }}。{% endif %}

{% if 附件.ranking %}各单位得分情况见{{ 附件.ranking }}。{% endif %}
{% if 附件.people %}撰稿人得分情况见{{ 附件.people }}。{% endif %}
`),
};

/** A monthly circular is informal, and names nobody as last. */
const MONTHLY_STANDINGS: Section = {
  heading: '得分情况',
  text: lines(`
{% if 先进单位 %}得分靠前的单位：{{ 先进单位 }}。{% endif %}

{% if 附件.ranking %}各单位得分情况见{{ 附件.ranking }}。{% endif %}
{% if 附件.people %}撰稿人得分情况见{{ 附件.people }}。{% endif %}
`),
};

const ZERO: Section = {
  heading: '零报送、零采用单位',
  text: lines(`
{% if 零报送数 > 0 %}{{ 本期 }}零报送单位{{ 零报送数 }}个：{{ 零报送单位 }}。{% endif %}

{% if 有报无采数 > 0 %}有报送、无采用的单位{{ 有报无采数 }}个：{{ 有报无采单位 }}。{% endif %}
`),
};

const DUTIES: Section = {
  heading: '任务完成情况',
  text: lines(`
{% for 项 in 任务 %}
  {{ 项.名称 }}：{{ 项.单位数 }}个单位有任务，完成{{ 项.完成数 }}个
  {% if 项.超额数 > 0 %}（其中超额完成{{ 项.超额数 }}个）{% endif %}
  {% if 项.未完成数 > 0 %}，未完成{{ 项.未完成数 }}个：{{ 项.未完成单位 }}{% endif %}
  {% if 项.未到期数 > 0 %}，另有{{ 项.未到期数 }}个单位的任务尚未到期{% endif %}。

{% endfor %}
`),
};

const COMMISSIONS: Section = {
  heading: '约稿和专项任务完成情况',
  text: lines(`
{% if 约稿数 > 0 %}
  约稿和专项任务共{{ 约稿数 }}件。
  {% if 约稿完成 %}按时完成：{{ 约稿完成 }}。{% endif %}
  {% if 约稿逾期 %}逾期报送：{{ 约稿逾期 }}。{% endif %}
  {% if 约稿未报 %}未报送：{{ 约稿未报 }}。{% endif %}
  {% if 约稿未到期 %}尚未到期：{{ 约稿未到期 }}。{% endif %}
{% endif %}
`),
};

const NOTABLE: Section = {
  heading: '重要稿件',
  text: lines(`
{% for 稿 in 重要稿件 %}
  {{ 稿.单位 }}报送的{{ 稿.题名 }}{{ 稿.缘由 }}{% if forloop.last %}。{% else %}；{% endif %}
{% endfor %}
`),
};

const DEDUCTIONS: Section = {
  heading: '扣分情况',
  text: '{% if 扣分数 > 0 %}{{ 本期 }}共扣分{{ 扣分数 }}次，计{{ 扣分合计 }}分：{{ 扣分单位 }}。{% endif %}',
};

const CORRECTIONS: Section = {
  heading: '更正和补记',
  text: lines(`
{% if 更正数 > 0 %}
  以往通报公布的数据不再改动。此后补记、修改的记录，差额计入{{ 本期 }}得分，
  共{{ 更正数 }}项，合计{{ 更正合计 }}分，明细如下。
{% endif %}
`),
  table: 'corrections',
};

const PROBLEMS: Section = { heading: '存在问题', own: 'problems' };
const REQUIREMENTS: Section = { heading: '下一步工作要求', own: 'requirements' };

const ANNEXES: Wording['annexes'] = [
  { title: '{{ 周期 }}{{ 工作 }}得分情况表', table: 'ranking' },
  { title: '{{ 周期 }}{{ 工作 }}情况统计表', table: 'statistics' },
  { title: '{{ 周期 }}信息采用目录', table: 'adopted' },
];
const PEOPLE: Wording['annexes'][number] = { title: '{{ 周期 }}撰稿人得分情况表', table: 'people' };

const AWARDS: Section = {
  heading: '表扬',
  text: lines(`
{% for 项 in 表扬 %}
  {% if 项.名单 %}对{{ 项.名单 }}予以“{{ 项.名称 }}”表扬{% if 项.组别 %}（{{ 项.组别 }}）{% endif %}。{% endif %}
  {% if 项.待定 %}{{ 项.待定 }}得分相同，“{{ 项.名称 }}”{% if 项.组别 %}（{{ 项.组别 }}）{% endif %}余下{{ 项.剩余名额 }}个名额另行研究确定。{% endif %}

{% endfor %}
`),
  table: 'awards',
};

const BARRED: Section = {
  heading: '评先评优资格',
  text: lines(`
{% for 项 in 受限 %}
  {{ 项.单位 }}：{{ 项.原因 }}，
  {% unless 项.已定 %}截至{{ 截至 }}{% endunless %}不能参加{{ 项.事项 }}（依据：{{ 项.条款 }}）。

{% endfor %}
`),
};

const ISSUE: Wording = {
  title: TITLE,
  official: true,
  opening: OPENING,
  sections: [
    { own: 'introduction' },
    OVERALL,
    STANDINGS,
    AWARDS,
    ZERO,
    DUTIES,
    { ...COMMISSIONS, table: 'commissions' },
    {
      heading: '重要稿件',
      text: '{% if 重要稿件数 > 0 %}获领导批示或被重要媒体、刊物采用的信息{{ 重要稿件数 }}件次，目录如下。{% endif %}',
      table: 'notable',
    },
    { ...DEDUCTIONS, table: 'deductions' },
    CORRECTIONS,
    PROBLEMS,
    REQUIREMENTS,
  ],
  annexes: [...ANNEXES, PEOPLE],
};

/** With who may not be commended, after who is. */
const LONG_ISSUE: Wording = { ...ISSUE, sections: ISSUE.sections.flatMap((section) => (section === AWARDS ? [AWARDS, BARRED] : [section])) };

export const DEFAULT_WORDING: Readonly<Record<Cadence, Wording>> = {
  'half-month': {
    title: '关于{{ 周期 }}{{ 工作 }}的提醒',
    official: false,
    opening: '截至{{ 截至 }}，{{ 周期 }}{{ 工作 }}任务完成情况提醒如下。',
    sections: [
      { own: 'introduction' },
      DUTIES,
      COMMISSIONS,
      {
        heading: '零报送单位',
        text: '{% if 零报送数 > 0 %}{{ 本期 }}尚未报送信息的单位{{ 零报送数 }}个：{{ 零报送单位 }}，请抓紧报送。{% endif %}',
      },
      REQUIREMENTS,
    ],
    annexes: [],
  },
  month: {
    title: TITLE,
    official: false,
    opening: OPENING,
    sections: [
      { own: 'introduction' },
      OVERALL,
      MONTHLY_STANDINGS,
      ZERO,
      DUTIES,
      COMMISSIONS,
      NOTABLE,
      DEDUCTIONS,
      CORRECTIONS,
      PROBLEMS,
      REQUIREMENTS,
    ],
    annexes: ANNEXES,
  },
  quarter: ISSUE,
  'half-year': LONG_ISSUE,
  year: { ...LONG_ISSUE, title: '关于{{ 周期 }}{{ 工作 }}情况{% if 表扬数 > 0 %}及表扬先进{% endif %}的通报' },
};
