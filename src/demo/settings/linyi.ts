import type { Setting } from '../setting.ts';

const department = (name: string) => ({ name, class: '机关科室' });

export const linyi: Setting = {
  policy: 'linyi-2020',
  organisation: '临沂市医疗保障局',
  region: '临沂',
  units: [
    department('办公室'),
    { name: '医保中心', class: '医保中心' },
    department('基金监管科'),
    department('待遇保障科'),
    department('医药服务管理科'),
    department('医药价格和招标采购科'),
    department('机关党委'),
    department('规划财务和法规科'),
    department('人事科'),
    department('信息化科'),
  ],
  more: [(place) => department(`${place}片区工作科`)],
  outlets: [
    { id: 'langya', name: '琅琊新闻网', level: '市', channel: '网站', often: 300, within: 5 },
    { id: 'linyi-site', name: '市政府网站', level: '市', channel: '政府网站', often: 220, within: 6 },
    { id: 'linyi-ribao', name: '临沂日报', level: '市', channel: '报纸', print: true, often: 120, within: 10 },
    { id: 'yimeng-wanbao', name: '沂蒙晚报', level: '市', channel: '报纸', print: true, often: 60, within: 10 },
    { id: 'dazhong-linyi', name: '大众日报（临沂版）', level: '市', channel: '报纸', print: true, often: 50, within: 14 },
    { id: 'own-wechat', name: '临沂医保微信', channel: '微信', own: true, often: 80, within: 3 },
    { id: 'sina', name: '新浪', channel: '门户网站', often: 40, within: 12 },
    { id: 'dazhongwang', name: '大众网', level: '省', channel: '网站', often: 40, within: 30 },
    { id: 'dazhong-province', name: '大众日报（省版）', level: '省', channel: '报纸', print: true, often: 25, within: 40 },
    { id: 'xuexi-shandong', name: '学习强国山东学习平台', level: '省', channel: '客户端', often: 25, within: 60 },
    { id: 'province-bureau', name: '山东省医疗保障局网站', level: '省', channel: '政府网站', often: 25, within: 60 },
    { id: 'renminwang', name: '人民网', level: '国家', channel: '网站', often: 6, within: 150 },
    { id: 'renmin-ribao', name: '人民日报', level: '国家', channel: '报纸', print: true, often: 2, within: 200 },
    { id: 'xuexi-qiangguo', name: '学习强国', level: '国家', channel: '客户端', often: 7, within: 150 },
  ],
  streams: true,
  leaders: [{ level: '市', rank: '副市长' }],
};
