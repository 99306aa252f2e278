import type { DemoUnit, Setting } from '../setting.ts';

const of = (unitClass: string) => (name: string) => ({ name, class: unitClass });
const office = of('机关科室');
const group = of('中心组');
const county = of('县级部门');
const contracted = of('两定机构');

/** Real counties first; 两定机构 of the same place beside them, as in the annex. */
const places = ['于都县', '兴国县', '宁都县', '会昌县', '寻乌县', '石城县', '信丰县', '大余县', '上犹县', '崇义县', '安远县', '定南县', '全南县'];
const pairs: DemoUnit[] = places.flatMap((place) => [county(`${place}医疗保障局`), contracted(`${place}人民医院`)]);

export const ganzhou: Setting = {
  policy: 'ganzhou-2020',
  organisation: '赣州市医疗保障局',
  region: '赣州',
  units: [
    office('办公室'),
    county('瑞金市医疗保障局'),
    group('窗口服务组'),
    contracted('赣州市人民医院'),
    office('待遇保障科'),
    county('南康区医疗保障局'),
    group('统计分析组'),
    office('基金监管科'),
    office('医药价格和招标采购科'),
    group('两定管理稽核组'),
    office('机关党委'),
    group('信息网络安全组'),
    group('基金财务结算组'),
    ...pairs,
  ],
  more: [(place) => county(`${place}县医疗保障局`), (place) => contracted(`${place}县人民医院`), (place) => contracted(`${place}大药房连锁有限公司`)],
  outlets: [
    { id: 'bureau-site', name: '赣州市医疗保障局网站', aliases: ['市局网站'], channel: '政府网站', own: true, often: 360, within: 5 },
    { id: 'bureau-wechat', name: '赣州市医疗保障局微信公众号', aliases: ['市局微信公众号'], channel: '微信', own: true, often: 260, within: 5 },
    { id: 'jinri-ganzhou', name: '《近日赣州汇要》', level: '市', channel: '政务系统', often: 100, within: 15 },
    { id: 'meiri-yaoqing', name: '市委市政府《每日要情》', level: '市', channel: '政务系统', often: 80, within: 12 },
    { id: 'gannan-ribao', name: '赣南日报', level: '市', channel: '报纸', print: true, often: 70, within: 20 },
    { id: 'jiangxi-yibao', name: '《江西医保工作》', channel: '内刊', often: 40, within: 40 },
    { id: 'jinri-yibao', name: '《今日医保信息》', channel: '内刊', often: 40, within: 40 },
    { id: 'province-bureau', name: '江西省医疗保障局网站', channel: '政府网站', often: 20, within: 30 },
    { id: 'province-wechat', name: '江西省医疗保障局微信公众号', channel: '微信', often: 10, within: 30 },
    { id: 'jiangxi-ribao', name: '江西日报', level: '省', channel: '报纸', print: true, often: 12, within: 60 },
    { id: 'province-office', name: '省政府办公厅信息刊物', level: '省', channel: '政务系统', often: 8, within: 60 },
    { id: 'zuori-yaoqing', name: '《昨日要情》', level: '国家', channel: '政务系统', often: 2, within: 90 },
    { id: 'xuexi-qiangguo', name: '学习强国', level: '国家', channel: '客户端', often: 4, within: 120 },
  ],
  categories: ['工作动态类', '工作动态类', '经验成效类', '问题建议类', '民意舆情类', '其他'],
  incidents: ['重大失误'],
  commissions: { by: ['江西省医疗保障局', '赣州市委办公室', '赣州市政府办公室'], events: true },
  leaders: [
    { level: '市', rank: '副市长' },
    { level: '省', rank: '副省长' },
  ],
  composites: true,
};
