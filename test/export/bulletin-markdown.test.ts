import { describe, expect, test } from 'vitest';
import { bulletinMarkdown, escaped, inline } from '../../src/export/bulletin/markdown.ts';
import type { OfficialDocument } from '../../src/model/document.ts';
import { documentOf } from '../../src/words/bulletin/document.ts';
import { bulletin } from '../support/bulletin.ts';

const DOCUMENT: OfficialDocument = {
  mark: '甲县某局文件',
  number: '甲发〔2026〕1号',
  title: '关于一月情况的通报',
  to: '各科室',
  body: [
    { kind: 'paragraph', text: '现将情况通报如下。' },
    { kind: 'heading', level: 1, text: '一、总体情况' },
    { kind: 'heading', level: 2, text: '（一）报送' },
    {
      kind: 'table',
      table: {
        id: 'ranking',
        caption: '得分排名',
        columns: [
          { label: '单位', kind: 'text' },
          { label: '报送', kind: 'number', group: '得分' },
        ],
        rows: [
          ['甲|乙科', '-5'],
          ['丙科', '33.5'],
        ],
        total: ['合计', '28.5'],
        notes: ['甲。', '乙。'],
      },
    },
  ],
  annexes: [
    { label: '附件1', title: '目录', blocks: [{ kind: 'paragraph', text: '空' }] },
    { label: '附件2', title: '统计表', blocks: [] },
  ],
  signed: { office: '甲县某局办公室', date: '2026年2月3日' },
  remark: '此件公开发布',
  imprint: { copies: '局领导', printedBy: '甲县某局办公室', printedOn: '2026年2月3日' },
};

describe('a bulletin in Markdown', () => {
  test('has everything that the document has, in its order', () => {
    expect(bulletinMarkdown(DOCUMENT)).toBe(`甲县某局文件

甲发〔2026〕1号

# 关于一月情况的通报

各科室：

现将情况通报如下。

## 一、总体情况

### （一）报送

**得分排名**

| 单位 | 得分·报送 |
| --- | ---: |
| 甲\\|乙科 | -5 |
| 丙科 | 33.5 |
| **合计** | **28.5** |

注：1. 甲。 2. 乙。

附件：
1. 目录
2. 统计表

甲县某局办公室  
2026年2月3日

（此件公开发布）

---

附件1

## 目录

空

---

附件2

## 统计表

---

抄送：局领导  
甲县某局办公室 2026年2月3日印发
`);
  });

  test('leaves out what an informal one has not', () => {
    const [annex] = DOCUMENT.annexes;
    const text = bulletinMarkdown({
      ...DOCUMENT,
      number: null,
      to: null,
      remark: null,
      annexes: annex ? [{ ...annex, label: '附件' }] : [],
      imprint: { ...DOCUMENT.imprint, copies: null },
    });
    expect(text).not.toMatch(/〔|各科室|此件|抄送/);
    expect(text).toContain('\n附件：目录\n');
    expect(bulletinMarkdown({ ...DOCUMENT, annexes: [] })).not.toContain('附件');
  });

  test('keeps every row of a table on one line with as many cells as there are columns', () => {
    const lines = bulletinMarkdown(documentOf(bulletin()))
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.some((line) => line.includes('门诊共济\\|一图读懂'))).toBe(true);
    const tables = bulletinMarkdown(documentOf(bulletin()))
      .split(/\n\n/)
      .filter((block) => block.startsWith('|'));
    for (const table of tables) {
      const widths = table.split('\n').map((line) => line.replace(/\\\|/g, '').split('|').length);
      expect(new Set(widths).size).toBe(1);
    }
  });
});

describe('text in Markdown', () => {
  test.each([
    ['a*b*_c_', 'a\\*b\\*\\_c\\_'],
    ['[链接](x)<b>&amp;', '\\[链接\\](x)&lt;b\\>&amp;amp;'],
    ['`代码`~删~\\', '\\`代码\\`\\~删\\~\\\\'],
    ['甲\n乙', '甲 乙'],
  ])('%s starts nothing inside a line', (text, expected) => {
    expect(inline(text)).toBe(expected);
  });

  test.each([
    ['# 甲', '\\# 甲'],
    ['- 甲', '\\- 甲'],
    ['1. 甲', '1\\. 甲'],
    ['12) 甲', '12\\) 甲'],
    ['---', '\\---'],
    ['===', '\\==='],
    ['1.5分', '1.5分'],
    ['-5', '-5'],
    ['#甲', '#甲'],
  ])('%s starts no heading, list or rule', (text, expected) => {
    expect(escaped(text)).toBe(expected);
  });
});
