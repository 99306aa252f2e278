/** A value as YAML in the form that people read here: lists of words in a line, everything else line by line. */
import { Document, isScalar, Scalar, visit } from 'yaml';

export function yamlOf(value: unknown): string {
  const document = new Document(value, { version: '1.2', schema: 'core', aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'string' && scalar.value.search(UNSEEN) !== -1) scalar.type = Scalar.QUOTE_DOUBLE;
    },
    Seq: (_, list) => {
      if (list.items.every((item) => isScalar(item) && isOfOneLine(item.value))) list.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).replace(UNSEEN, escaped);
}

/** What no reviewer would see, or what would turn the line around: written as an escape, which only quoted text can have. */
const UNSEEN = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

const isOfOneLine = (value: unknown): boolean => typeof value !== 'string' || !value.includes('\n');
