import type { Setting } from '../setting.ts';

const of = (unitClass: string) => (name: string) => ({ name, class: unitClass });
const prefecture = of('地州市');
const point = of('直报点');
const division = of('处室');
const affiliated = of('直属单位');

export const xinjiang: Setting = {
  policy: 'xinjiang-2022',
  organisation: '新疆维吾尔自治区医疗保障局',
  region: '新疆',
  units: [
    division('办公室'),
    prefecture('喀什地区医疗保障局'),
    point('库车市医疗保障局'),
    division('基金监管处'),
    prefecture('伊犁哈萨克自治州医疗保障局'),
    affiliated('自治区医疗保障服务中心'),
    division('待遇保障处'),
    prefecture('乌鲁木齐市医疗保障局'),
    prefecture('阿克苏地区医疗保障局'),
    point('莎车县医疗保障局'),
    division('医药服务管理处'),
    prefecture('昌吉回族自治州医疗保障局'),
    prefecture('和田地区医疗保障局'),
    affiliated('自治区医疗保障信息中心'),
    division('机关党委（人事处）'),
    prefecture('哈密市医疗保障局'),
    prefecture('塔城地区医疗保障局'),
    division('医药价格和招标采购处'),
  ],
  more: [(place) => point(`${place}县医疗保障局`)],
  outlets: [
    { id: 'portal', name: '自治区医疗保障局门户网站', aliases: ['门户网站'], channel: '政府网站', own: true, often: 300, within: 7 },
    { id: 'wechat', name: '自治区医疗保障局微信公众号', aliases: ['微信公众号'], channel: '微信', own: true, often: 260, within: 5 },
    { id: 'gongzuo-jianbao', name: '自治区医疗保障局《工作简报》', aliases: ['《工作简报》'], channel: '内刊', own: true, often: 120, within: 20 },
    { id: 'xinxi-zhuanbao', name: '自治区医疗保障局《信息专报》', aliases: ['《信息专报》'], channel: '内刊', own: true, often: 110, within: 20 },
    { id: 'xinjiang-yibao', name: '《新疆医疗保障》', channel: '内刊', own: true, often: 70, within: 40 },
    { id: 'party-daily', name: '自治区党委办公厅《每日要情》', level: '省', channel: '政务系统', often: 40, within: 20 },
    { id: 'party-daily-special', name: '自治区党委办公厅《每日要情(专报)》', level: '省', channel: '政务系统', often: 10, within: 20 },
    { id: 'party-exchange', name: '自治区党委办公厅《工作情况交流》', level: '省', channel: '政务系统', often: 10, within: 30 },
    { id: 'party-reference', name: '自治区党委办公厅《领导参阅》', level: '省', channel: '政务系统', often: 8, within: 30 },
    { id: 'party-information', name: '自治区党委办公厅《新疆信息》', level: '省', channel: '政务系统', often: 10, within: 30 },
    { id: 'government-daily', name: '自治区人民政府办公厅《每日要情》', level: '省', channel: '政务系统', often: 40, within: 20 },
    { id: 'government-digest', name: '自治区人民政府办公厅《新疆要情》', level: '省', channel: '政务系统', often: 12, within: 25 },
    { id: 'government-special', name: '自治区人民政府办公厅《要情专报》', level: '省', channel: '政务系统', often: 10, within: 25 },
    { id: 'government-digest-special', name: '自治区人民政府办公厅《新疆要情(专报)》', level: '省', channel: '政务系统', often: 6, within: 25 },
    { id: 'nhsa-news', name: '国家医疗保障局办公室《医保工作动态》', level: '国家', channel: '政务系统', often: 10, within: 60 },
    { id: 'nhsa-bulletin', name: '国家医疗保障局办公室《内部信息通报》', level: '国家', channel: '政务系统', often: 6, within: 60 },
    { id: 'party-centre', name: '中共中央办公厅', level: '国家', channel: '政务系统', forwards: true, often: 2, within: 90 },
    { id: 'state-council', name: '国务院办公厅', level: '国家', channel: '政务系统', forwards: true, often: 2, within: 90 },
    { id: 'reform-office', name: '中央全面深化改革委员会办公室', level: '国家', channel: '政务系统', forwards: true, often: 1, within: 90 },
  ],
  categories: ['工作动态', '工作动态', '工作动态', '消息', '消息', '经验总结', '问题建议', '调研报告'],
  incidents: ['未经审核', '一般错误', '一般错误', '重大错误', '严重失实'],
  commissions: { by: ['自治区医疗保障局', '国家医疗保障局', '自治区党委办公厅'], events: false },
  leaders: [
    { level: '省', rank: '自治区人民政府副主席' },
    { level: '部委', rank: '国家医疗保障局副局长' },
    { level: '国家', rank: '国家领导人' },
  ],
};
