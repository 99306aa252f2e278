/** Marks what is Chinese on a page in another language, so that it is read aloud and set as Chinese. */
import { languageOf } from '../site/links.ts';
import { isChinese } from '../words/tongue.ts';
import type { Standing } from './href.ts';

const none = (_: string): undefined => undefined;
const marked = (text: string): 'zh-CN' | undefined => (isChinese(text) ? 'zh-CN' : undefined);

/** What a component writes into `lang` beside a text; nothing on pages in Chinese. */
export const langOf = ({ params }: Standing): ((text: string) => 'zh-CN' | undefined) =>
  languageOf(params.lang as string | undefined) === 'zh' ? none : marked;
