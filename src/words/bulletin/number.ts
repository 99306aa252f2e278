/** 发文字号: the number of a document, from a template such as 南医保办通〔{{ 年 }}〕{{ 序号 }}号. */
import type { Said } from '../speech.ts';
import { templateFaultWords } from './fault-words.ts';
import { faultsIn, render } from './template.ts';

const NAMES = ['年', '序号'];

/** The number of the `serial`-th document of a year, without padding zeros; null where the template cannot be filled in. */
export function documentNumber(template: string, year: number, serial: number): string | null {
  const rendered = render(template, { 年: year, 序号: serial });
  return 'text' in rendered ? rendered.text.trim() : null;
}

/** What is wrong with such a template. */
export const faultsOfNumber = (template: string): Said[] => faultsIn(template, new Set(NAMES)).map((fault) => templateFaultWords(fault, NAMES));
