/** What is wrong with a template, for whoever wrote it. */
import { nearest } from '../../ledger/nearest.ts';
import { meant, quoted, type Said } from '../speech.ts';
import type { TemplateFault } from './template.ts';

/** 第2行：没有“周其”这个值。是不是“周期”? */
export function templateFaultWords(fault: TemplateFault, known: Iterable<string> = []): Said {
  const { zh, en } = wordsOf(fault, known);
  return { zh: `第${fault.line}行：${zh}`, en: `Line ${fault.line}: ${en}` };
}

function wordsOf(fault: TemplateFault, known: Iterable<string>): Said {
  switch (fault.kind) {
    case 'unknown-value': {
      const near = meant(nearest(fault.named, known));
      return { zh: `没有${quoted(fault.named)}这个值。${near.zh}`, en: `There is no value ${quoted(fault.named)}. ${near.en}`.trim() };
    }
    case 'unknown-filter':
      return { zh: `没有${quoted(fault.named)}这种处理。`, en: `There is no filter ${quoted(fault.named)}.` };
    case 'unknown-tag':
      return { zh: `这里不能写${quoted(`{% ${fault.named} %}`)}。`, en: `The tag ${quoted(`{% ${fault.named} %}`)} cannot stand here.` };
    case 'not-closed':
      return { zh: `${quoted(fault.tag)}没有结束。`, en: `${quoted(fault.tag)} is not closed.` };
    case 'not-a-number':
      return { zh: `${quoted(fault.found)}不能计算。`, en: `${quoted(fault.found)} cannot be computed.` };
    case 'too-much':
      return { zh: '内容太长，或者循环太多。', en: 'It is too long, or loops too often.' };
    case 'other':
      return { zh: `写法有误（${fault.message}）。`, en: `It cannot be read (${fault.message}).` };
  }
}
