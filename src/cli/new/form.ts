/** A kind of record as it is filled in: its fields, and the names that they may say. */
import { editorSchema } from '../../export/editor-schemas.ts';
import type { SchemaKind } from '../../export/schemas.ts';
import { kindOf } from '../../filing/record.ts';
import type { RecordFolder } from '../../ledger/files.ts';
import type { Ledger } from '../../model/records.ts';
import type { Opened } from '../../rim/open.ts';
import { type Field, fieldsOf } from './fields.ts';
import { type Book, booksOf, NAMING } from './names.ts';
import { valueFrom } from './values.ts';

export interface Form {
  readonly folder: RecordFolder;
  readonly fields: readonly Field[];
  /** The names that a field may say; undefined where it names nothing. */
  readonly bookOf: (key: string) => Book | undefined;
}

export function formOf(folder: RecordFolder, ledger: Ledger, { policies, plan }: Pick<Opened, 'policies' | 'plan'>): Form {
  const books = booksOf(ledger);
  const bookOf = (key: string): Book | undefined => {
    const naming = NAMING.get(key);
    return naming === undefined ? undefined : books[naming];
  };
  return { folder, fields: fieldsOf(editorSchema(kindOf(folder) as SchemaKind, ledger, policies, plan)), bookOf };
}

/** What was typed for a field, as a file has it: names are written as the registers have them, titles become ids. */
export function filledIn(form: Form, field: Field, written: readonly string[]): unknown {
  const book = form.bookOf(field.key);
  return book === undefined ? valueFrom(field, written) : named(valueFrom(field, written), book);
}

function named(value: unknown, book: Book): unknown {
  if (typeof value === 'string') return book.find(value) ?? value;
  return Array.isArray(value) ? value.map((one) => named(one, book)) : value;
}

/** The names in a value that nothing has. */
export function unknownIn(value: unknown, book: Book): string[] {
  if (typeof value === 'string') return book.find(value) === null ? [value] : [];
  return Array.isArray(value) ? value.flatMap((one) => unknownIn(one, book)) : [];
}
