import { createSecretKey, randomBytes } from 'node:crypto';
import type { StaffId } from '../../../shared/ids.ts';
import type {
  ChainDetail,
  ChainEntry,
  ChainKind,
  ChainVerdict,
} from '../../../shared/model/chain-entry.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import type { Clock } from '../clock.ts';
import { errorKind } from '../error-kind.ts';
import type { Log } from '../log.ts';
import {
  chainValues,
  findChainKey,
  findLastLink,
  insertChainEntry,
  insertChainKey,
} from '../store/chain-entries.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { type SectionDatabase, withoutFlush } from '../store/open-database.ts';
import { beforeFirst, chainMac } from './chain-link.ts';
import { readHead, writeHead } from './head-file.ts';
import { isHeadSound, verifyChain } from './verify-chain.ts';

/** Who does something, as they are called now. */
export type Actor = { readonly id: StaffId; readonly name: string };

/** What is said of something; the rest is empty. */
export type NewEntry = Partial<
  Pick<ChainEntry, 'target' | 'reason' | 'conversationId' | 'messageId' | 'outboxItemId'>
> & {
  readonly kind: ChainKind;
  readonly detail?: ChainDetail;
  /** The signed-in person unless somebody else is given; null for nobody. */
  readonly by?: Actor | null;
};

/** Appends an entry and gives its sequence. */
export type RecordEntry = (entry: NewEntry) => number;

export type Ledger = {
  /** Who is signed in. */
  readonly staff: () => Actor | null;
  /**
   * Does the work and writes what it records in one transaction, then moves the head. Throws
   * SQLite's error, and then neither has happened.
   */
  readonly write: <T>(work: (record: RecordEntry) => T) => T;
  /**
   * As `write`, for one of many slices: it neither waits for the disk nor moves the head. What a power
   * cut loses of them is whole slices, the last ones. A `write` comes after them.
   */
  readonly writeSlice: <T>(work: (record: RecordEntry) => T) => T;
  readonly verify: () => Promise<ChainVerdict>;
  /**
   * Goes on from the older chain of a backup that was put in the place of this section's database:
   * the first entry after it names the head that was, as the file beside the database still has it,
   * and takes its place.
   */
  readonly restored: (file: string) => void;
};

export type LedgerDependencies = {
  readonly sectionId: SectionId;
  readonly db: SectionDatabase;
  /** The head's file. */
  readonly head: string;
  readonly staff: () => Actor | null;
  readonly clock: Clock;
  readonly log: Log;
};

/** Opens a section's chain, and begins it in a database that has none. */
export function openLedger(deps: LedgerDependencies): Ledger {
  const { db, head } = deps;
  const known = findChainKey(db);
  const stored = known ?? randomBytes(32);
  const key = createSecretKey(stored);

  function append(entry: NewEntry): number {
    const last = findLastLink(db);
    const by = entry.by === undefined ? deps.staff() : entry.by;
    const row = {
      sequence: (last?.sequence ?? 0) + 1,
      at: deps.clock.now(),
      kind: entry.kind,
      staffId: by?.id ?? null,
      staffName: by?.name ?? '',
      target: entry.target ?? '',
      reason: entry.reason ?? '',
      conversationId: entry.conversationId ?? null,
      messageId: entry.messageId ?? null,
      outboxItemId: entry.outboxItemId ?? null,
      detail: entry.detail === undefined ? '' : JSON.stringify(entry.detail),
    };
    insertChainEntry(db, row, chainMac(key, last?.mac ?? beforeFirst, chainValues(row)));
    return row.sequence;
  }

  function moveHead(): void {
    const last = findLastLink(db);
    if (last === null) return;
    try {
      writeHead(head, key, { sequence: last.sequence, mac: last.mac.toString('hex') });
    } catch (error) {
      // The entry is committed. A head that is behind is moved by the next one.
      deps.log('ledger.head-late', { section: deps.sectionId, ...errorKind(error) });
    }
  }

  if (known === null) {
    inTransaction(db, () => {
      insertChainKey(db, stored);
      append({ kind: 'chain-began' });
    });
  }
  // A head that does not agree with the chain is the only trace of what was cut: it stays.
  let isSound = isHeadSound(db, head, key);
  if (isSound) moveHead();
  else deps.log('ledger.head-wrong', { section: deps.sectionId });

  return {
    staff: deps.staff,
    write(work) {
      let isWritten = false;
      const result = inTransaction(db, () =>
        work((entry) => {
          isWritten = true;
          return append(entry);
        }),
      );
      if (isWritten && isSound) moveHead();
      return result;
    },
    writeSlice: (work) => withoutFlush(db, () => inTransaction(db, () => work(append))),
    verify: () => verifyChain(db, head),
    restored(file) {
      const former = readHead(head, key);
      const formerHead = typeof former === 'string' ? null : former;
      inTransaction(db, () => append({ kind: 'restored', target: file, detail: { formerHead } }));
      isSound = true;
      moveHead();
    },
  };
}
