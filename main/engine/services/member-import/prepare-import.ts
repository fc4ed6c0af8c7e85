import { failure, type Result, success } from '../../../../shared/errors.ts';
import type { MemberImport } from '../../../../shared/model/member-import.ts';
import type { CsvThread } from '../../csv/csv-thread.ts';
import type { TableRow } from '../../csv/read-table.ts';
import { createPace } from '../../pace.ts';
import { judgeRow } from '../../policy/member-import/judge-row.ts';
import { inTransaction } from '../../store/in-transaction.ts';
import {
  countImport,
  deleteImport,
  deleteSomePreparedRows,
  type ImportId,
  insertImport,
  insertPreparedRow,
  keepMapping,
  type PreparedRow,
  setImportPrepared,
} from '../../store/member-imports.ts';
import { type SectionDatabase, withoutFlush } from '../../store/open-database.ts';
import type { SectionContext } from '../section-context.ts';
import {
  headerDigest,
  type JudgedFile,
  knownMembers,
  visitRows,
  type Watched,
} from './import-file.ts';

type Asked = Pick<MemberImport, 'fileName' | 'reason'> & {
  readonly mode: 'whole' | 'valid';
  readonly now: number;
};

/** Rows that one transaction puts down. */
const rowsAtOnce = 100;

/**
 * Puts down what is going to be written, and then, in one step, that it will be: from there on it is,
 * whatever happens. Until then nothing is left of it when it is given up.
 */
export function prepareImport(
  section: SectionContext,
  thread: CsvThread,
  file: JudgedFile,
  asked: Asked,
  watched: Omit<Watched, 'rest'>,
): Promise<Result<ImportId>> {
  return section.checkpoint.whileWriting((rest) =>
    prepare(section, thread, file, asked, { ...watched, rest }),
  );
}

async function prepare(
  { db, ledger }: SectionContext,
  thread: CsvThread,
  file: JudgedFile,
  { fileName, reason, mode, now }: Asked,
  watched: Watched,
): Promise<Result<ImportId>> {
  const staff = ledger.staff();
  const who = { staffId: staff?.id ?? null, staffName: staff?.name ?? '' };
  const id = insertImport(db, { at: now, ...who, fileName, reason });
  const known = knownMembers(db);
  const isNew = new Uint8Array(file.rows);
  for (const position of file.byVerdict.new) isNew[position] = 1;
  let waiting: { readonly position: number; readonly row: PreparedRow }[] = [];
  let others = 0;
  let count = 0;
  const putDown = () => {
    for (const { position, row } of waiting) insertPreparedRow(db, id, position, row);
    count += waiting.length;
    waiting = [];
  };
  const visit = ({ cells }: TableRow, position: number) => {
    const { verdict, memberId, record, before, after } = judgeRow(known, cells, file.columns);
    // Somebody changed its member since it was shown.
    if (verdict !== (isNew[position] === 1 ? 'new' : 'changed')) {
      others += 1;
      return;
    }
    const row: PreparedRow =
      memberId === null || before === null
        ? { memberId: null, record }
        : { memberId, before, after };
    waiting.push({ position, row });
    if (waiting.length >= rowsAtOnce) withoutFlush(db, () => inTransaction(db, putDown));
  };
  const indexes = inOrder(file.byVerdict.new, file.byVerdict.changed);
  const visited = await visitRows(thread, indexes, visit, watched);
  if (!visited.ok || (others > 0 && mode === 'whole')) {
    await clearImport(db, id);
    return visited.ok ? failure('member-changed-since') : visited;
  }
  ledger.write((record) => {
    putDown();
    setImportPrepared(db, id, count + others);
    countImport(db, id, { added: 0, changed: 0, skipped: others, takenBack: 0, left: 0 });
    keepMapping(db, headerDigest(file.columns.header), [...file.columns.mapping]);
    record({
      kind: 'members-imported',
      target: fileName,
      reason,
      detail: { import: id, count },
    });
  });
  return success(id);
}

/** Takes away what was put down of an import that was given up. Where its section closes, the next time. */
export async function clearImport(db: SectionDatabase, id: ImportId): Promise<void> {
  const pace = createPace();
  while (db.open) {
    if (withoutFlush(db, () => !deleteSomePreparedRows(db, id, rowsAtOnce))) {
      deleteImport(db, id);
      return;
    }
    if (pace.isOver()) await pace.rest();
  }
}

/** Of two lists in order. */
function inOrder(some: readonly number[], others: readonly number[]): number[] {
  const all: number[] = [];
  let at = 0;
  for (const one of some) {
    while ((others[at] ?? Number.POSITIVE_INFINITY) < one) all.push(others[at++] as number);
    all.push(one);
  }
  return [...all, ...others.slice(at)];
}
