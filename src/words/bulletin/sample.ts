/** Values such as a bulletin has, to try a wording on: once with everything, once with nothing. */
import { TABLES } from '../../ledger/written/wording.ts';
import type { BulletinValues } from './context.ts';

export const FULL: BulletinValues = {
  周期: '2026年10月',
  本期: '本月',
  年: 2026,
  截至: '2026年10月31日',
  工作: '信息宣传工作',
  依据: '《甲县信息宣传工作办法》（甲发〔2025〕3号）',
  署名: '甲县某局办公室',
  参评单位数: 3,
  报送: 9,
  重复计入数: 1,
  采用: 4,
  采用率: '44.4%',
  采用条次: 5,
  媒体分类: '县级3条次、市级2条次',
  级别分类: '县级3条次、市级2条次',
  报送最多: '甲股（4条）',
  采用最多: '甲股、乙股（各2条）',
  批示数: 1,
  单位分类: '机关股室2个单位报送7条、采用3条；下属单位1个单位报送2条、采用1条',
  环比: '与上月相比，报送增加1条',
  同比: '与上年同期相比，报送减少1条',
  得分: 35.5,
  先进单位: '甲股、乙股（并列第1名）',
  靠后单位: '丙中心',
  零报送数: 1,
  零报送单位: '丙中心',
  零采用数: 2,
  零采用单位: '乙股、丙中心',
  有报无采数: 1,
  有报无采单位: '乙股',
  任务: [
    {
      名称: '每月报送',
      单位数: 3,
      完成数: 1,
      超额数: 1,
      未完成数: 1,
      未到期数: 1,
      完成单位: '甲股',
      超额单位: '甲股',
      未完成单位: '丙中心',
    },
  ],
  约稿数: 2,
  约稿完成: '甲股',
  约稿逾期: '乙股',
  约稿未报: '丙中心',
  约稿未到期: '甲股',
  重要稿件数: 1,
  重要稿件: [{ 题名: '《题名》', 单位: '甲股', 缘由: '获市级领导批示' }],
  采用目录数: 5,
  扣分数: 1,
  扣分合计: '2',
  扣分单位: '乙股扣2分',
  更正数: 1,
  更正合计: '+2',
  表扬数: 1,
  表扬: [{ 名称: '先进单位', 组别: '机关股室', 条款: '十', 名额: 1, 名单: '甲股', 待定: '乙股', 剩余名额: 1 }],
  受限: [{ 单位: '丙中心', 事项: '评先评优', 条款: '十一', 原因: '半年没有报送', 已定: false }],
  不参评单位: '局领导（不报送信息）',
  附件: Object.fromEntries(TABLES.map((name) => [name, '附件1'])),
};

function emptied(value: unknown): unknown {
  if (typeof value === 'number') return 0;
  if (Array.isArray(value)) return [];
  return typeof value === 'object' && value !== null ? nothingIn(value) : '';
}

const nothingIn = (values: object) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, emptied(value)]));

export const EMPTY = nothingIn(FULL) as Record<keyof BulletinValues, unknown>;
