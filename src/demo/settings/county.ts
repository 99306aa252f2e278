import type { Setting } from '../setting.ts';

const office = (name: string) => ({ name, class: '机关股室' });
const below = (name: string) => ({ name, class: '下属单位' });

export const county: Setting = {
  policy: 'county-2021',
  organisation: '南渡县医疗保障局',
  region: '南渡县',
  units: [
    office('办公室'),
    below('医疗保险服务中心'),
    office('基金监管股'),
    office('待遇保障股'),
    below('医保基金稽核中心'),
    office('医药服务股'),
    office('价格招采和法规股'),
    office('规划财务股'),
    below('医保信息中心'),
    office('党建和人事股'),
    below('公费医疗管理中心'),
    below('药械采购服务中心'),
  ],
  more: [(place) => below(`${place}医保服务站`)],
  outlets: [
    { id: 'county-site', name: '南渡县人民政府官方网站', aliases: ['XX县人民政府官方网站'], level: '县', channel: '政府网站', often: 420, within: 6 },
    { id: 'county-media', name: '南渡融媒', aliases: ['XX融媒'], level: '县', channel: '融媒体', often: 250, within: 7 },
    { id: 'own-wechat', name: '南渡县医疗保障局微信公众号', level: '县', channel: '微信', own: true, often: 50, within: 3 },
    { id: 'city-site', name: '湛江市人民政府门户网站', level: '市', channel: '政府网站', often: 60, within: 15 },
    {
      id: 'city-wechat',
      name: '湛江市医疗保障局微信公众号',
      aliases: ['市医疗保障局微信公众号'],
      level: '市',
      channel: '微信',
      often: 60,
      within: 12,
    },
    { id: 'zhanjiang-ribao', name: '湛江日报', level: '市', channel: '报纸', print: true, often: 50, within: 20 },
    { id: 'zhanjiang-wanbao', name: '湛江晚报', level: '市', channel: '报纸', print: true, often: 40, within: 20 },
    { id: 'city-radio', name: '湛江新闻广播', level: '市', channel: '广播', often: 10, within: 10 },
    { id: 'nanfang-ribao', name: '南方日报', level: '省', channel: '报纸', print: true, often: 8, within: 60 },
    { id: 'nanfangwang', name: '南方网', level: '省', channel: '网站', often: 14, within: 60 },
    { id: 'province-bureau', name: '广东省医疗保障局网站', level: '省', channel: '政府网站', often: 16, within: 90 },
    { id: 'renminwang-guangdong', name: '人民网广东频道', level: '未定', channel: '网站', often: 5, within: 60 },
    { id: 'xuexi-qiangguo', name: '学习强国', level: '国家', channel: '客户端', often: 9, within: 200 },
    { id: 'xinhuawang', name: '新华网', level: '国家', channel: '网站', often: 4, within: 200 },
    { id: 'renminwang', name: '人民网', level: '国家', channel: '网站', often: 4, within: 200 },
  ],
  forms: ['综合', '综合', '综合', '简讯', '简讯'],
  incidents: ['负面炒作'],
  leaders: [
    { level: '市', rank: '副市长' },
    { level: '市', rank: '市长' },
    { level: '县', rank: '县长' },
    { level: '省', rank: '副省长' },
  ],
};
