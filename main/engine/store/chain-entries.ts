import type { ConversationId } from '../../../shared/ids.ts';
import type { ChainEntry } from '../../../shared/model/chain-entry.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** An entry as its columns hold it, before it has a mac. */
export type ChainRow = Omit<ChainEntry, 'detail'> & {
  /** JSON; '' for none. */
  readonly detail: string;
};

/** The last entry, which the next one is tied to. */
export type ChainLink = { readonly sequence: number; readonly mac: Buffer };

/** A row in the order of `chainValues`, texts as their bytes, and its mac. */
export type StoredLink = {
  readonly values: readonly (number | string | Buffer | null)[];
  readonly mac: unknown;
};

/** The columns that a mac covers, in its order. */
export function chainValues(row: ChainRow): readonly (number | string | null)[] {
  return [
    row.sequence,
    row.at,
    row.kind,
    row.staffId,
    row.staffName,
    row.target,
    row.reason,
    row.conversationId,
    row.messageId,
    row.outboxItemId,
    row.detail,
  ];
}

/** Null before the chain has begun. */
export function findChainKey(db: SectionDatabase): Buffer | null {
  const row = statement<{ key: Buffer }>(db, 'SELECT key FROM chain_key').get();
  return row?.key ?? null;
}

export function insertChainKey(db: SectionDatabase, key: Buffer): void {
  statement(db, 'INSERT INTO chain_key (id, key) VALUES (1, ?)').run(key);
}

export function insertChainEntry(db: SectionDatabase, row: ChainRow, mac: Buffer): void {
  statement(
    db,
    `INSERT INTO chain_entry (sequence, at, kind, staff_id, staff_name, target, reason,
       conversation_id, message_id, outbox_item_id, detail, mac)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(...chainValues(row), mac);
}

/** Null when there is no entry. */
export function findLastLink(db: SectionDatabase): ChainLink | null {
  return (
    statement<ChainLink>(
      db,
      'SELECT sequence, mac FROM chain_entry ORDER BY sequence DESC LIMIT 1',
    ).get() ?? null
  );
}

export function findMac(db: SectionDatabase, sequence: number): Buffer | null {
  const row = statement<{ mac: Buffer }>(db, 'SELECT mac FROM chain_entry WHERE sequence = ?').get(
    sequence,
  );
  return row?.mac ?? null;
}

/** The entries after a sequence, at most `limit`. The bytes themselves: a text decoded is a text changed. */
export function findLinksAfter(db: SectionDatabase, after: number, limit: number): StoredLink[] {
  const rows = statement<StoredLink['values']>(
    db,
    `SELECT sequence, at, CAST(kind AS BLOB), CAST(staff_id AS BLOB), CAST(staff_name AS BLOB),
       CAST(target AS BLOB), CAST(reason AS BLOB), conversation_id, message_id, outbox_item_id,
       CAST(detail AS BLOB), mac
     FROM chain_entry WHERE sequence > ? ORDER BY sequence LIMIT ?`,
  )
    .raw()
    .all(after, limit) as StoredLink['values'][];
  return rows.map((row) => ({ values: row.slice(0, -1), mac: row.at(-1) }));
}

/** Whom an administrator lets have a letter beside its reader and staff, as the entries say. */
export function findExceptedAddresses(
  db: SectionDatabase,
  outboxItemId: number,
  headerMessageId: string,
): string[] {
  // The number of an item that was taken back is given again; a Message-ID is not.
  return statement<{ target: string }>(
    db,
    `SELECT target FROM chain_entry WHERE outbox_item_id = ? AND kind = 'exception'
       AND json_extract(detail, '$.letter') = ?`,
  )
    .all(outboxItemId, headerMessageId)
    .map(({ target }) => target);
}

/** Whether an entry tells of a print of this conversation of which nothing else is told yet. */
export function isOpenPrint(
  db: SectionDatabase,
  sequence: number,
  conversationId: ConversationId,
): boolean {
  const row = statement(
    db,
    `SELECT 1 FROM chain_entry WHERE sequence = :sequence AND kind = 'print'
       AND conversation_id = :conversationId AND NOT EXISTS (
         SELECT 1 FROM chain_entry o WHERE o.conversation_id = :conversationId
           AND o.kind = 'outcome' AND json_extract(o.detail, '$.concerns') = :sequence)`,
  ).get({ sequence, conversationId });
  return row !== undefined;
}

/** The entry of the last time that a reply was handed to a server; null when it never was. */
export function findMailEntry(db: SectionDatabase, outboxItemId: number): number | null {
  const row = statement<{ sequence: number | null }>(
    db,
    `SELECT max(sequence) AS sequence FROM chain_entry WHERE outbox_item_id = ? AND kind = 'mail'`,
  ).get(outboxItemId);
  return row?.sequence ?? null;
}
