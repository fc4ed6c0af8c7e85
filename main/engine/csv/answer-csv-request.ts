import { failure, success } from '../../../shared/errors.ts';
import type { CsvReply, CsvRequest } from './csv-protocol.ts';
import { decodeText } from './decode-text.ts';
import { readTable, type TableRow } from './read-table.ts';

/** The file of one import: its bytes, to be read anew with other settings, and its rows. */
export function createCsvAnswers(): (request: CsvRequest) => CsvReply {
  const pieces: Uint8Array[] = [];
  let rows: readonly TableRow[] = [];
  return (request) => {
    if (request.kind === 'append') {
      pieces.push(request.content);
      return success(null);
    }
    if (request.kind === 'rows') {
      const found = request.indexes.map((index) => rows[index]);
      return success(found.filter((row) => row !== undefined));
    }
    rows = [];
    const bytes = Buffer.concat(pieces);
    if (bytes.length === 0) return failure('import-empty');
    const decoded = decodeText(bytes, request.encoding);
    if (!decoded.ok) return decoded;
    const table = readTable(decoded.value.text, request.delimiter);
    if (!table.ok) return table;
    rows = table.value.rows;
    const { delimiter, header } = table.value;
    return success({ encoding: decoded.value.encoding, delimiter, header, rows: rows.length });
  };
}
