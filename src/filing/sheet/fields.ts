/** What a column of a spreadsheet may hold, and by which headings offices call it. */

/** The fields of each part of a row; they are called as the keys of the records are. */
export const FIELDS = {
  submission: [
    'id',
    'title',
    'unit',
    'authors',
    'on',
    'event',
    'form',
    'category',
    'stream',
    'openness',
    'important',
    'sensitive',
    'length',
    'origin',
    'topic',
    'target',
    'answers',
    'same_as',
    'composite_of',
    'accepted',
    'rejected',
    'link',
    'note',
  ],
  adoptions: ['id', 'outlet', 'on', 'form', 'print', 'reprint', 'stage', 'position', 'length', 'piece', 'route', 'proof_on', 'link', 'note'],
  instructions: ['id', 'level', 'rank', 'on', 'affirmative', 'note', 'said'],
} as const;

export type Part = keyof typeof FIELDS;
export type Field<P extends Part = Part> = (typeof FIELDS)[P][number];

/** The heading under which we write a field, and the others under which it is known. Headings are compared folded: without width, blanks, punctuation. */
export const HEADINGS: { readonly [P in Part]: Readonly<Record<Field<P>, readonly [own: string, ...others: string[]]>> } = {
  submission: {
    id: ['报送编号'],
    title: [
      '信息标题',
      '标题',
      '题目',
      '稿件标题',
      '信息题目',
      '信息名称',
      '稿件名称',
      '文章标题',
      '新闻标题',
      '报送标题',
      '名称',
      '报送内容',
      '采用标题',
      '刊发标题',
    ],
    unit: [
      '报送单位',
      '单位',
      '科室',
      '股室',
      '处室',
      '报送科室',
      '报送股室',
      '投稿单位',
      '供稿单位',
      '来稿单位',
      '部门',
      '报送部门',
      '单位名称',
      '科室名称',
      '责任单位',
      '责任科室',
      '来源单位',
    ],
    authors: ['撰稿人', '作者', '撰稿', '供稿人', '报送人', '信息员', '撰写人', '投稿人', '作者姓名', '撰稿人姓名', '通讯员', '执笔人'],
    on: [
      '报送日期',
      '报送时间',
      '投稿日期',
      '投稿时间',
      '上报日期',
      '上报时间',
      '供稿时间',
      '供稿日期',
      '收稿日期',
      '来稿时间',
      '来稿日期',
      '日期',
      '时间',
    ],
    event: ['事件日期', '事件时间', '发生日期', '活动日期', '活动时间'],
    form: ['报送体裁', '体裁', '稿件类型', '稿件体裁', '信息类型', '稿件形式', '类型'],
    category: ['信息类别', '类别', '分类', '栏目', '信息分类'],
    stream: ['政务或党务', '政务党务', '党务政务'],
    openness: ['公开属性', '是否公开', '公开方式', '公开类别'],
    important: ['重要稿件', '是否重要', '是否重要稿件'],
    sensitive: ['涉及敏感事件', '是否敏感', '是否涉敏', '是否涉及敏感'],
    length: ['字数', '稿件字数'],
    origin: ['稿件来源', '原创转载'],
    topic: ['主题', '专题'],
    target: ['拟投送媒体', '拟投媒体', '拟投稿媒体', '投送媒体'],
    answers: ['所答复的任务编号', '约稿编号', '任务编号'],
    same_as: ['同一稿件的编号'],
    composite_of: ['综合自'],
    accepted: ['审核通过日期'],
    rejected: ['不予采纳日期'],
    link: ['报送网址', '稿件链接', '原文链接'],
    note: ['报送备注', '备注', '说明'],
  },
  adoptions: {
    id: ['采用编号'],
    outlet: [
      '采用媒体',
      '刊登媒体',
      '发布媒体',
      '刊发媒体',
      '采用单位',
      '采用平台',
      '刊发平台',
      '发布平台',
      '采用刊物',
      '刊登刊物',
      '媒体',
      '媒体名称',
      '采用媒体名称',
      '采用渠道',
      '采用情况',
      '刊载媒体',
      '登载媒体',
      '发表媒体',
      '平台',
    ],
    on: ['采用日期', '采用时间', '刊登日期', '刊登时间', '发布日期', '发布时间', '刊发日期', '刊发时间', '刊载时间', '见报日期', '见报时间'],
    form: ['刊发体裁', '采用体裁', '采用形式', '刊登形式'],
    print: ['纸质刊发', '是否纸质'],
    stage: ['采用或上报'],
    piece: ['单篇或合并'],
    route: ['直报或转报'],
    proof_on: ['佐证交到日期'],
    position: ['版面位置', '版面', '刊发版面', '位置'],
    length: ['刊发字数', '采用字数'],
    reprint: ['是否转载', '转载'],
    link: ['采用网址', '链接', '网址', '采用链接', '网址链接', '刊发链接', '发布链接', '网络链接', '链接地址'],
    note: ['采用备注'],
  },
  instructions: {
    id: ['批示编号'],
    level: ['批示级别', '批示层级', '批示领导级别'],
    rank: ['批示领导职务', '批示领导', '批示人', '批示人职务'],
    on: ['批示日期', '批示时间'],
    affirmative: ['肯定性批示', '是否肯定性批示', '是否肯定'],
    note: ['批示备注'],
    said: ['批示情况', '批示', '领导批示', '批示内容'],
  },
};

/** A heading as offices vary it: (选填)、*, blanks, a number at the end make no difference. */
export const foldHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\s]+/gu, '')
    .replace(/(?<=\D)[0-9]+$|(?<=[^一二三四五六七八九十])[一二三四五六七八九十]$/u, '');

export interface Meaning {
  readonly part: Part;
  readonly field: Field;
}

/** Every folded heading that we know. */
const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  (Object.keys(HEADINGS) as Part[]).flatMap((part) =>
    Object.entries(HEADINGS[part]).flatMap(([field, names]) => names.map((name) => [foldHeading(name), { part, field: field as Field }] as const)),
  ),
);

/** What a heading above another says of it. */
const CONTEXTS: readonly (readonly [RegExp, Part, string])[] = [
  [/批示/, 'instructions', '批示'],
  [/采用|刊发|刊登|刊载|发布|登载/, 'adoptions', '采用'],
  [/报送|投稿|供稿|来稿|上报/, 'submission', '报送'],
];

/** What the headings above a column, from the top down, mean together: 采用情况 above 日期 is the day of an adoption. */
export function meaningOf(path: readonly string[]): Meaning | null {
  const leaf = foldHeading(path.at(-1) ?? '');
  const above = path.slice(0, -1).join('');
  const context = CONTEXTS.find(([sign]) => sign.test(above));
  if (context === undefined) return MEANINGS.get(leaf) ?? null;
  const [, part, word] = context;
  const within = [leaf, `${word}${leaf}`].map((name) => MEANINGS.get(name)).find((meaning) => meaning?.part === part);
  return within ?? MEANINGS.get(leaf) ?? null;
}
