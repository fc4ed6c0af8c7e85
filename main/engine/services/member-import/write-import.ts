import { failure, type Result, success } from '../../../../shared/errors.ts';
import type { MemberRecord } from '../../../../shared/model/member.ts';
import type { Actor, RecordEntry } from '../../ledger/ledger.ts';
import { createPace } from '../../pace.ts';
import { checkMember } from '../../policy/check-member.ts';
import { differenceOf, hasFields, withFields } from '../../policy/member-fields.ts';
import { wasDisclosed } from '../../store/disclosed-members.ts';
import { forgetWords } from '../../store/forget-deleted.ts';
import { reopenFormMails } from '../../store/form-mails.ts';
import { findMemberHold } from '../../store/member-holds.ts';
import {
  countImport,
  countMemberChanges,
  deleteImportChanges,
  deletePreparedRows,
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
import { withWordsAtOnce } from '../../store/member-words.ts';
import {
  deleteMember,
  findPresentMember,
  insertMember,
  updateMember,
} from '../../store/members.ts';
import { withoutFlush } from '../../store/open-database.ts';
import { keepChange, wordsOf } from '../change-member.ts';
import { aboutMember } from '../members.ts';
import type { SectionContext } from '../section-context.ts';

/** Rows that are looked up at once; as many of them are written as one slice has time for. */
const rowsAtOnce = 100;

/** From so many rows on, all words that went out leave the index in one go, at the end. */
const many = 1000;

/** What is marked as gone in the index is read over in one step, so not too much of it. */
const goneAtOnce = 5000;

export type Watched = {
  /** False when the section is not open any more: the rest is for the next time. */
  readonly goesOn: () => boolean;
  readonly progress: (done: number, total: number) => void;
};

const none: ImportFigures = { added: 0, changed: 0, skipped: 0, takenBack: 0, left: 0 };
type Outcome = keyof ImportFigures;

/** What is to be done of an import, by pieces. */
type Work<Piece> = {
  readonly find: (limit: number) => Piece[];
  readonly does: (piece: Piece, write: RecordEntry) => Outcome;
  /** They need not be done again. */
  readonly done: (pieces: readonly Piece[]) => void;
};

/**
 * Does it in slices until nothing is left, each in a transaction of its own, so that others wait for
 * one of them at most. False when it was cut short.
 */
async function inSlices<Piece>(
  { db, ledger, checkpoint }: SectionContext,
  { id, prepared, added, changed, skipped, takenBack, left, state }: StoredImport,
  by: Actor | null,
  { find, does, done }: Work<Piece>,
  { goesOn, progress }: Watched,
): Promise<boolean> {
  const isUndo = state === 'undoing';
  const total = isUndo ? added + changed : prepared;
  const isMany = total > many;
  let sum = isUndo ? takenBack + left : added + changed + skipped;
  const pace = createPace();
  let waiting: Piece[] = [];
  function slice(record: RecordEntry): number {
    const write: RecordEntry = (entry) => record({ ...entry, by });
    const figures = { ...none };
    let count = 0;
    while (count < waiting.length && !(count > 0 && pace.isOver())) {
      figures[does(waiting[count] as Piece, write)] += 1;
      count += 1;
    }
    done(waiting.slice(0, count));
    countImport(db, id, figures);
    return count;
  }
  return checkpoint.whileWriting(async (keepShort) => {
    let gone = 0;
    async function forgetGone(): Promise<void> {
      gone = 0;
      const words = forgetWords(db, 'member_words');
      while (goesOn() && withoutFlush(db, () => words.next().done) !== true)
        if (pace.isOver()) await pace.rest();
    }
    while (goesOn()) {
      if (waiting.length === 0) waiting = find(rowsAtOnce);
      if (waiting.length === 0) break;
      const count = ledger.writeSlice((record) => withWordsAtOnce(db, isMany, () => slice(record)));
      waiting = waiting.slice(count);
      sum += count;
      progress(sum, total);
      await pace.rest();
      await keepShort();
      if (isUndo) gone += count;
      if (isMany && gone >= goneAtOnce) await forgetGone();
    }
    if (!goesOn()) return false;
    const { changed: rewritten = 0 } = findImport(db, id) ?? {};
    if (isMany && (isUndo || rewritten > 0)) await forgetGone();
    return goesOn();
  });
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
  const { db } = section;
  const started = findImport(db, id);
  if (started === null) return failure('not-found');
  // Whoever is signed in when it goes on, this is whose import it is.
  const { staffId, staffName } = started;
  const by = staffId === null ? null : { id: staffId, name: staffName };
  const work: Work<ReturnType<typeof findPreparedRows>[number]> = {
    find: (limit) => findPreparedRows(db, id, limit),
    does: ({ row }, write) => writeRow(section, started, row, now, write),
    done: (rows) => deletePreparedRows(db, id, rows.at(-1)?.position ?? 0),
  };
  const isThrough = await inSlices(section, started, by, work, watched);
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
    const sequence = keepChange(db, write, memberId, kind, body, { detail: { import: id } });
    insertImportChange(db, id, sequence);
  };
  if (row.memberId === null) {
    const { record } = row;
    const memberId = insertMember(db, record, wordsOf(record), now);
    keep(memberId, 'member-added', { reason, before: null, after: record });
    return 'added';
  }
  const { memberId, before, after } = row;
  const found = findPresentMember(db, memberId);
  // Somebody was here since it was prepared: theirs is newer.
  if (found === null || !hasFields(found.record, before)) return 'skipped';
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
  const { db, forgetting } = section;
  const started = findImport(db, id);
  if (started === null) return failure('not-found');
  const work: Work<ImportChange> = {
    find: (limit) => findImportChanges(db, id, limit),
    does: (change, write) => takeBack(section, change, id, now, write),
    done: (changes) => deleteImportChanges(db, id, changes.at(-1)?.sequence ?? 0),
  };
  const isThrough = await inSlices(section, started, by, work, watched);
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
    // Whom a hold keeps stays, and who it was that a company was told of; the import's others go.
    if (findMemberHold(db, memberId) !== null || wasDisclosed(db, memberId)) return 'left';
    reopenFormMails(db, memberId);
    deleteMember(db, memberId);
    write({ ...aboutMember('member-erased', memberId), detail });
    return 'takenBack';
  }
  const found = findPresentMember(db, memberId);
  if (found === null || !hasFields(found.record, after)) return 'left';
  const record = withFields(found.record, before);
  if (!isRight(record)) return 'left';
  updateMember(db, memberId, record, wordsOf(record), now);
  keepChange(
    db,
    write,
    memberId,
    'member-undone',
    { reason: '', before: after, after: before },
    { detail },
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
