import { failure, type Result, success } from '../../../../shared/errors.ts';
import type { MemberRecord } from '../../../../shared/model/member.ts';
import type { Actor, RecordEntry } from '../../ledger/ledger.ts';
import { createPace, type Pace } from '../../pace.ts';
import { checkMember } from '../../policy/check-member.ts';
import { differenceOf, fieldsOf, isSame, withFields } from '../../policy/member-fields.ts';
import {
  countImport,
  countImportChanges,
  countMemberChanges,
  countPreparedRows,
  deleteImportChange,
  deletePreparedRow,
  findImport,
  findImportChanges,
  findPreparedRows,
  type ImportChange,
  type ImportFigures,
  type ImportId,
  insertImportChange,
  type PreparedRow,
  type StoredImport,
  setImportState,
} from '../../store/member-imports.ts';
import { deleteMember, findMember, insertMember, updateMember } from '../../store/members.ts';
import { keepChange, wordsOf } from '../change-member.ts';
import { aboutMember } from '../members.ts';
import type { SectionContext } from '../section-context.ts';

/** Rows that are looked up at once; as many of them are written as one slice has time for. */
const rowsAtOnce = 25;

export type Watched = {
  /** False when the section is not open any more: the rest is for the next time. */
  readonly goesOn: () => boolean;
  readonly progress: (done: number, total: number) => void;
};

const none: ImportFigures = { added: 0, changed: 0, skipped: 0, takenBack: 0, left: 0 };
type Outcome = keyof ImportFigures;

/** Does slices until one has nothing to do, each in a transaction of its own. */
async function inSlices(
  total: number,
  slice: (pace: Pace) => number,
  { goesOn, progress }: Watched,
): Promise<boolean> {
  const pace = createPace();
  for (let done = 0; goesOn(); ) {
    const more = slice(pace);
    if (more === 0) return true;
    done += more;
    progress(done, total);
    await pace.rest();
  }
  return false;
}

/**
 * Writes what was prepared: each row as a change by hand would be, with its entry. Goes on where it
 * was cut short. `section-busy` when it is again.
 */
export async function writeImport(
  section: SectionContext,
  id: ImportId,
  now: number,
  watched: Watched,
): Promise<Result<StoredImport>> {
  const { db, ledger } = section;
  const started = findImport(db, id);
  if (started === null) return failure('not-found');
  // Whoever is signed in when it goes on, this is whose import it is.
  const { staffId, staffName } = started;
  const by = staffId === null ? null : { id: staffId, name: staffName };
  const isThrough = await inSlices(
    countPreparedRows(db, id),
    (pace) => {
      const rows = findPreparedRows(db, id, rowsAtOnce);
      if (rows.length === 0) return 0;
      return ledger.writeSlice((record) => {
        const write: RecordEntry = (entry) => record({ ...entry, by });
        const figures = { ...none };
        let done = 0;
        for (const { position, row } of rows) {
          figures[writeRow(section, started, row, now, write)] += 1;
          deletePreparedRow(db, id, position);
          done += 1;
          if (pace.isOver()) break;
        }
        countImport(db, id, figures);
        return done;
      });
    },
    watched,
  );
  return isThrough ? finish(section, id, 'done') : failure('section-busy');
}

function writeRow(
  { db }: SectionContext,
  { id, reason }: StoredImport,
  row: PreparedRow,
  now: number,
  write: RecordEntry,
): Outcome {
  const keep = (...[memberId, kind, body]: KeepArguments) => {
    const sequence = keepChange(db, write, memberId, kind, body, { import: id });
    insertImportChange(db, id, sequence);
  };
  if (row.memberId === null) {
    const { record } = row;
    const memberId = insertMember(db, record, wordsOf(record), now);
    keep(memberId, 'member-added', { reason, before: null, after: record });
    return 'added';
  }
  const { memberId, before, after } = row;
  const found = findMember(db, memberId);
  // Somebody was here since it was prepared: theirs is newer.
  const isAsBefore =
    found !== null && fieldsOf(before).every((field) => isSame(before[field], found.record[field]));
  if (!isAsBefore) return 'skipped';
  const record = withFields(found.record, after);
  const change = differenceOf(found.record, record);
  if (change === null || !isRight(record)) return 'skipped';
  updateMember(db, memberId, record, wordsOf(record), now);
  keep(memberId, 'member-changed', { reason, ...change });
  return 'changed';
}

type KeepArguments = [
  memberId: Parameters<typeof keepChange>[2],
  kind: Parameters<typeof keepChange>[3],
  body: Parameters<typeof keepChange>[4],
];

/** Takes back what the import did, each row by a change of its own, as long as nobody changed it again. */
export async function undoImport(
  section: SectionContext,
  id: ImportId,
  now: number,
  by: Actor | null,
  watched: Watched,
): Promise<Result<StoredImport>> {
  const { db, ledger, forgetting } = section;
  const isThrough = await inSlices(
    countImportChanges(db, id),
    (pace) => {
      const changes = findImportChanges(db, id, rowsAtOnce);
      if (changes.length === 0) return 0;
      return ledger.writeSlice((record) => {
        const write: RecordEntry = (entry) => record({ ...entry, by });
        const figures = { ...none };
        let done = 0;
        for (const change of changes) {
          figures[takeBack(section, change, id, now, write)] += 1;
          deleteImportChange(db, change.sequence);
          done += 1;
          if (pace.isOver()) break;
        }
        countImport(db, id, figures);
        return done;
      });
    },
    watched,
  );
  if (!isThrough) return failure('section-busy');
  forgetting.wake();
  return finish(section, id, 'undone');
}

function takeBack(
  { db }: SectionContext,
  { memberId, sequence, body }: ImportChange,
  importId: ImportId,
  now: number,
  write: RecordEntry,
): Outcome {
  const detail = { concerns: sequence, import: importId };
  const { before, after } = body;
  if (before === null) {
    if (countMemberChanges(db, memberId) !== 1) return 'left';
    deleteMember(db, memberId);
    write({ ...aboutMember('member-erased', memberId), detail });
    return 'takenBack';
  }
  const found = findMember(db, memberId);
  const isNow =
    found !== null && fieldsOf(after).every((field) => isSame(after[field], found.record[field]));
  if (!isNow) return 'left';
  const record = withFields(found.record, before);
  if (!isRight(record)) return 'left';
  updateMember(db, memberId, record, wordsOf(record), now);
  keepChange(
    db,
    write,
    memberId,
    'member-undone',
    { reason: '', before: after, after: before },
    detail,
  );
  return 'takenBack';
}

/** What was right when it was looked at need not be beside what somebody changed since. */
function isRight(record: MemberRecord): boolean {
  return checkMember(record).faults.length === 0;
}

function finish(
  { db, ledger, changed }: SectionContext,
  id: ImportId,
  state: 'done' | 'undone',
): Result<StoredImport> {
  ledger.write((record) => {
    setImportState(db, id, state);
    record({ kind: 'import-finished', detail: { import: id } });
  });
  changed(new Set());
  const found = findImport(db, id);
  return found === null ? failure('not-found') : success(found);
}
