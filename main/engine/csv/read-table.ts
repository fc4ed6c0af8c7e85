import { CsvError, parse } from 'csv-parse/sync';
import { type ErrorCode, failure, type Result, success } from '../../../shared/errors.ts';
import {
  type Delimiter,
  mostImportColumns,
  mostImportRows,
} from '../../../shared/model/member-import.ts';
import { delimiterSigns, findDelimiter } from './find-delimiter.ts';

/** A row and the line of the file on which it ends. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] };

export type Table = {
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
};

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** In characters: a row that is longer has lost its end. */
const longestRow = 200_000;

/** Reads a CSV text by RFC 4180, strictly. The detail of a failure is the line that it is about. */
export function readTable(text: string, asked: Delimiter | null): Result<Table> {
  if (text.trim() === '') return failure('import-empty');
  const delimiter = asked ?? findDelimiter(text);
  const wide = findWideRow(text, delimiterSigns[delimiter]);
  if (wide !== null) return failure('import-too-wide', String(wide));
  const rows: TableRow[] = [];
  let line = 0;
  let count = 0;
  try {
    parse(text, {
      delimiter: delimiterSigns[delimiter],
      relax_column_count: true,
      max_record_size: longestRow,
      on_record: (cells: string[]) => {
        line += 1 + countBreaks(cells);
        if (cells.every((cell) => cell.trim() === '')) return null;
        count += 1;
        if (count <= mostImportRows + 1) rows.push({ line, cells });
        // Kept here, and not once more in there.
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return failure(faults[error.code] ?? 'import-malformed', String(line + 1));
  }
  if (count > mostImportRows + 1) return failure('import-too-many-rows');
  const [head, ...others] = rows;
  if (head === undefined) return failure('import-empty');
  if (others.length === 0) return failure('import-no-rows');
  return success({ delimiter, header: head.cells.map((cell) => cell.trim()), rows: others });
}

const faults: Readonly<Record<string, ErrorCode>> = {
  CSV_QUOTE_NOT_CLOSED: 'import-quote-open',
  CSV_MAX_RECORD_SIZE: 'import-too-wide',
};

/** Line ends within quotes. The parser's own count takes CR LF for two. */
function countBreaks(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells)
    if (cell.includes('\n') || cell.includes('\r')) breaks += cell.split(/\r\n|\r|\n/).length - 1;
  return breaks;
}

/**
 * The line of a row with too many columns, or null. Ahead of the parser: that takes half a minute to
 * make 10 million cells.
 */
function findWideRow(text: string, delimiter: string): number | null {
  const sign = delimiter.charCodeAt(0);
  let isQuoted = false;
  let line = 1;
  let columns = 1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) isQuoted = !isQuoted;
    else if (
      code === lineFeed ||
      (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed)
    ) {
      line += 1;
      if (!isQuoted) columns = 1;
    } else if (code === sign && !isQuoted) columns += 1;
    if (columns > mostImportColumns) return line;
  }
  return null;
}
