import { failure, type Result, success } from '../../../../shared/errors.ts';
import type { MemberImport } from '../../../../shared/model/member-import.ts';
import type { CsvThread } from '../../csv/csv-thread.ts';
import type { TableRow } from '../../csv/read-table.ts';
import { judgeRow } from '../../policy/member-import/judge-row.ts';
import {
  countImport,
  deleteImport,
  type ImportId,
  insertImport,
  insertPreparedRow,
  keepMapping,
  type PreparedRow,
  setImportState,
} from '../../store/member-imports.ts';
import { withoutFlush } from '../../store/open-database.ts';
import type { SectionContext } from '../section-context.ts';
import { headerDigest, type JudgedFile, knownMembers, visitRows } from './import-file.ts';

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
export async function prepareImport(
  { db, ledger }: SectionContext,
  thread: CsvThread,
  file: JudgedFile,
  { fileName, reason, mode, now }: Asked,
  watched: Parameters<typeof visitRows>[3],
): Promise<Result<ImportId>> {
  const staff = ledger.staff();
  const who = { staffId: staff?.id ?? null, staffName: staff?.name ?? '' };
  const id = insertImport(db, { at: now, ...who, fileName, reason });
  const known = knownMembers(db);
  const isNew = new Set(file.byVerdict.new);
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
    if (verdict !== (isNew.has(position) ? 'new' : 'changed')) {
      others += 1;
      return;
    }
    const row: PreparedRow =
      memberId === null || before === null
        ? { memberId: null, record }
        : { memberId, before, after };
    waiting.push({ position, row });
    if (waiting.length >= rowsAtOnce) withoutFlush(db, db.transaction(putDown));
  };
  const indexes = [...file.byVerdict.new, ...file.byVerdict.changed].sort((a, b) => a - b);
  const visited = await visitRows(thread, indexes, visit, watched);
  if (!visited.ok || (others > 0 && mode === 'whole')) {
    // Not where the section is closed by now: then it is cleared away when it opens.
    if (db.open) deleteImport(db, id);
    return visited.ok ? failure('member-changed-since') : visited;
  }
  ledger.write((record) => {
    putDown();
    setImportState(db, id, 'writing');
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
