/** An official document written by hand, long enough to have every part: two levels of headings, tables of both orientations, two annexes. */
import type { DocumentTable, OfficialDocument } from '../../src/model/document.ts';

const DEDUCTIONS: DocumentTable = {
  id: 'deductions',
  caption: '扣分情况',
  columns: [
    { label: '单位', kind: 'text', width: 3 },
    { label: '日期', kind: 'text', width: 2 },
    { label: '扣分', kind: 'number' },
    { label: '原因', kind: 'text', width: 4 },
  ],
  rows: [
    ['医疗保险服务中心', '10月12日', '-2', '约稿《国庆假期医保服务保障情况》逾期报送'],
    ['基金监管股', '10月29日', '-5', '稿件数据差错'],
  ],
  total: null,
  notes: [],
};

/** 10 columns: more than an upright page holds. */
const STATISTICS: DocumentTable = {
  id: 'statistics',
  caption: '信息宣传工作情况统计表',
  columns: [
    { label: '排名', kind: 'number' },
    { label: '单位', kind: 'text', width: 3 },
    { label: '本月', kind: 'number', group: '报送' },
    { label: '累计', kind: 'number', group: '报送' },
    { label: '县级', kind: 'number', group: '采用' },
    { label: '市级', kind: 'number', group: '采用' },
    { label: '省级', kind: 'number', group: '采用' },
    { label: '扣分', kind: 'number' },
    { label: '本月得分', kind: 'number' },
    { label: '累计得分', kind: 'number' },
  ],
  rows: [
    ['1', '待遇保障股', '4', '31', '1', '0', '1', '0', '16', '131'],
    ['1', '基金监管股', '3', '28', '1', '1', '0', '-5', '16', '120.5'],
  ],
  total: ['', '合计', '7', '59', '2', '1', '1', '-5', '32', '251.5'],
  notes: ['注：排名相同的单位并列。'],
};

const ADOPTED: DocumentTable = {
  id: 'adopted',
  caption: '2026年10月信息采用目录',
  columns: [
    { label: '标题', kind: 'text', width: 5 },
    { label: '单位', kind: 'text', width: 2 },
    { label: '采用媒体', kind: 'text', width: 2 },
    { label: '日期', kind: 'text' },
  ],
  rows: Array.from({ length: 60 }, (_, index) => [`关于医保服务的第${index + 1}篇稿件`, '待遇保障股', '南方日报客户端', '10月19日']),
  total: null,
  notes: [],
};

export const officialDocument: OfficialDocument = {
  mark: '南渡县医疗保障局文件',
  number: '南医保办通〔2026〕10号',
  title: '南渡县医疗保障局关于2026年10月信息宣传工作情况的通报',
  to: '各股室、各下属单位',
  body: [
    {
      kind: 'paragraph',
      text: '根据《南渡县医疗保障局信息宣传工作办法》（南医保发〔2025〕3号），现将2026年10月信息宣传工作情况通报如下。',
    },
    { kind: 'heading', level: 1, text: '一、总体情况' },
    { kind: 'paragraph', text: '10月，各单位共报送信息9条，“采用”5条次，环比下降16.7%。' },
    { kind: 'heading', level: 2, text: '（一）机关股室' },
    { kind: 'paragraph', text: '机关股室报送7条，采用4条次。' },
    { kind: 'heading', level: 1, text: '二、扣分情况' },
    { kind: 'table', table: DEDUCTIONS },
    { kind: 'heading', level: 1, text: '三、下一步要求' },
    ...Array.from({ length: 6 }, () => ({
      kind: 'paragraph' as const,
      text: '各单位要严把时限约稿应在截止日前报送要落实审核责任未经审核的稿件不得报送各单位要严把时限约稿应在截止日前报送要落实审核责任未经审核的稿件不得报送要突出重点。',
    })),
  ],
  annexes: [
    { label: '附件1', title: '信息宣传工作情况统计表', blocks: [{ kind: 'table', table: STATISTICS }] },
    { label: '附件2', title: '2026年10月信息采用目录', blocks: [{ kind: 'table', table: ADOPTED }] },
  ],
  signed: { office: '南渡县医疗保障局办公室', date: '2026年11月3日' },
  remark: '此件公开发布',
  imprint: { copies: '局领导，市医疗保障局办公室', printedBy: '南渡县医疗保障局办公室', printedOn: '2026年11月3日' },
};
