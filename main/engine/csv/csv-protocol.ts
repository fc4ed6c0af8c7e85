import type { Result } from '../../../shared/errors.ts';
import type { Delimiter, FileEncoding } from '../../../shared/model/member-import.ts';
import type { RefusedMessage } from '../egress/worker-guard.ts';
import type { TableRow } from './read-table.ts';

export type CsvRequest =
  | { readonly kind: 'append'; readonly content: Uint8Array }
  | {
      readonly kind: 'read';
      readonly encoding: FileEncoding | null;
      readonly delimiter: Delimiter | null;
    }
  | { readonly kind: 'rows'; readonly indexes: readonly number[] };

/** What a file turned out to be. */
type CsvFile = {
  readonly encoding: FileEncoding;
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  readonly rows: number;
};

export type CsvAnswers = {
  readonly append: null;
  readonly read: CsvFile;
  readonly rows: readonly TableRow[];
};

export type CsvReply = Result<CsvAnswers[keyof CsvAnswers]>;

export type CsvMessage = RefusedMessage | { readonly kind: 'answer'; readonly reply: CsvReply };
