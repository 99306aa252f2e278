/** 公文: a document as it is laid out by GB/T 9704-2012, before it is a page, a DOCX or Markdown. All texts are final; nobody computes after this. */

export interface DocumentColumn {
  readonly label: string;
  readonly kind: 'number' | 'text';
  /** Columns that stand under one head. */
  readonly group?: string;
  /** How wide beside the others; 1 unless given. */
  readonly width?: number;
}

export interface DocumentTable {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly (readonly string[])[];
  /** 合计. */
  readonly total: readonly string[] | null;
  /** Remarks under it: ties, units left out and why. */
  readonly notes: readonly string[];
}

export type Block =
  /** Level 1 is 一、 (黑体), level 2 （一） (楷体); the number is part of the text. */
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly table: DocumentTable };

export interface Annex {
  /** 附件1 */
  readonly label: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface OfficialDocument {
  /** 发文机关标志, red; an informal circular has it without 文件. */
  readonly mark: string;
  /** 发文字号; null on an informal one. */
  readonly number: string | null;
  readonly title: string;
  /** 主送, without its colon. */
  readonly to: string | null;
  readonly body: readonly Block[];
  readonly annexes: readonly Annex[];
  readonly signed: { readonly office: string; readonly date: string };
  /** 此件公开发布 and the like; null where nothing is said. */
  readonly remark: string | null;
  /** 版记. */
  readonly imprint: { readonly copies: string | null; readonly printedBy: string; readonly printedOn: string };
}
