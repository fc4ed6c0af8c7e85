import { createHash } from 'node:crypto';
import { failure, type Result, success } from '../../../../shared/errors.ts';
import type { MemberId } from '../../../../shared/ids.ts';
import {
  type ImportCounts,
  type ImportRow,
  RowVerdict,
} from '../../../../shared/model/member-import.ts';
import type { CsvThread } from '../../csv/csv-thread.ts';
import type { TableRow } from '../../csv/read-table.ts';
import { addedContacts } from '../../ledger/tombstone.ts';
import { createPace } from '../../pace.ts';
import type { Columns } from '../../policy/member-import/apply-cells.ts';
import { isFormula } from '../../policy/member-import/is-formula.ts';
import {
  identitiesOf,
  type JudgedRow,
  judgeRow,
  type KnownMembers,
} from '../../policy/member-import/judge-row.ts';
import { findMembersByEmail, findPresentMember } from '../../store/members.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import { createFindErased } from '../tombstones.ts';

/** Rows that come from the file's thread at once. */
const rowsAtOnce = 300;

/** What was found out about each row, by its number in the file's thread. */
export type JudgedFile = {
  readonly rows: number;
  readonly columns: Columns;
  readonly byVerdict: Readonly<Record<RowVerdict, readonly number[]>>;
  /** Of a row that is there before: the line of the first one. */
  readonly firstLines: ReadonlyMap<number, number>;
};

export function countsOf({ byVerdict }: JudgedFile): ImportCounts {
  const { new: added, same, changed, invalid } = byVerdict;
  return {
    new: added.length,
    same: same.length,
    changed: changed.length,
    invalid: invalid.length,
  };
}

export function knownMembers(db: SectionDatabase): KnownMembers {
  const findErased = createFindErased(db);
  return {
    find: (id) => findPresentMember(db, id)?.record ?? null,
    findByEmail: (folded) => findMembersByEmail(db, folded),
    findErased: (before, after) => findErased(addedContacts(before, after)),
  };
}

export function headerDigest(header: readonly string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(header)).digest();
}

export type Watched = {
  /** False when the file was given up, or its section is not open any more. */
  readonly goesOn: () => boolean;
  readonly progress: (done: number) => void;
  /** Waits for what the visits need, every few rows. */
  readonly rest?: () => Promise<void>;
};

/** Gives each row to `visit`, a few at a time, so that nobody waits long. */
export async function visitRows(
  thread: CsvThread,
  indexes: readonly number[],
  visit: (row: TableRow, index: number) => void,
  { goesOn, progress, rest }: Watched,
): Promise<Result<null>> {
  const pace = createPace();
  for (let from = 0; from < indexes.length; from += rowsAtOnce) {
    const asked = indexes.slice(from, from + rowsAtOnce);
    const rows = await thread.ask({ kind: 'rows', indexes: asked });
    if (!rows.ok) return rows;
    await rest?.();
    await pace.rest();
    for (const [at, row] of rows.value.entries()) {
      if (!goesOn()) return failure('cancelled');
      visit(row, asked[at] ?? 0);
      if (pace.isOver()) await pace.rest();
    }
    progress(from + rows.value.length);
  }
  return goesOn() ? success(null) : failure('cancelled');
}

/** Compares every row with the members there are, and with the rows before it. */
export async function judgeFile(
  db: SectionDatabase,
  thread: CsvThread,
  rows: number,
  columns: Columns,
  watched: Watched,
): Promise<Result<JudgedFile>> {
  const known = knownMembers(db);
  const byVerdict: Record<RowVerdict, number[]> = { new: [], same: [], changed: [], invalid: [] };
  const firstLines = new Map<number, number>();
  const seen = new Map<string, number>();
  const visit = ({ cells, line }: TableRow, index: number) => {
    const judged = judgeRow(known, cells, columns);
    if (judged.verdict === 'invalid') {
      byVerdict.invalid.push(index);
      return;
    }
    const identities = identitiesOf(judged, cells, columns);
    const first = identities.map((one) => seen.get(one)).find((one) => one !== undefined);
    for (const one of identities) if (!seen.has(one)) seen.set(one, first ?? line);
    if (first !== undefined) firstLines.set(index, first);
    byVerdict[first === undefined ? judged.verdict : 'invalid'].push(index);
  };
  const indexes = Array.from({ length: rows }, (_, index) => index);
  const visited = await visitRows(thread, indexes, visit, watched);
  return visited.ok ? success({ rows, columns, byVerdict, firstLines }) : visited;
}

/** Some of the judged rows as the window shows them. */
export async function showRows(
  db: SectionDatabase,
  thread: CsvThread,
  { columns, byVerdict, firstLines }: JudgedFile,
  page: { verdict: RowVerdict | null; offset: number; limit: number },
): Promise<Result<{ total: number; items: ImportRow[] }>> {
  const total =
    page.verdict === null
      ? RowVerdict.options.reduce((sum, one) => sum + byVerdict[one].length, 0)
      : byVerdict[page.verdict].length;
  const last = Math.min(total, page.offset + page.limit);
  const places = Array.from(
    { length: Math.max(0, last - page.offset) },
    (_, at) => page.offset + at,
  );
  const indexes = places.map((at) =>
    page.verdict === null ? at : (byVerdict[page.verdict][at] ?? 0),
  );
  const rows = await thread.ask({ kind: 'rows', indexes });
  if (!rows.ok) return rows;
  const known = knownMembers(db);
  const items = rows.value.map((row, at): ImportRow => {
    const judged = judgeRow(known, row.cells, columns);
    return toShown(row, judged, columns, firstLines.get(indexes[at] ?? 0) ?? null);
  });
  return success({ total, items });
}

function toShown(
  { line, cells }: TableRow,
  { memberId, verdict, before, after, reasons, record }: JudgedRow,
  { header, mapping }: Columns,
  firstLine: number | null,
): ImportRow {
  const isTwice = firstLine !== null;
  return {
    line,
    verdict: isTwice ? 'invalid' : verdict,
    memberId: memberId as MemberId | null,
    name: [record.familyName, record.givenName].filter((part) => part !== '').join(' '),
    reasons: isTwice ? [{ field: null, code: 'row-twice', line: firstLine }] : [...reasons],
    formulas: header.filter(
      (_, index) => mapping[index] !== 'ignore' && isFormula(cells[index] ?? ''),
    ),
    before: isTwice ? null : before,
    after: isTwice ? {} : after,
  };
}
