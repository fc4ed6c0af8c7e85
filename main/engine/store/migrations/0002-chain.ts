/**
 * The chain of entries: what left this computer, and who saw or changed what of a reader's or
 * member's. One table for both, so that neither can be cut without the other.
 *
 * An entry refers to no row by a foreign key: it stays when what it tells of is gone. `target` is
 * whom or what it went to: an address, a host, the name of a file. Whose data somebody looked at or
 * changed is told by the conversation alone, so that a reader who is forgotten is forgotten here too:
 * hence a conversation's id is never given again, and one that was merged is known by its old id.
 *
 * The triggers keep the app itself from a mistake. REPLACE deletes rows without a DELETE trigger, so
 * an insert must be the next in the row. Whoever drops them is found out by the chain.
 *
 * A reply is sent later than it is written, perhaps while somebody else is signed in: it remembers
 * who wrote it. A draft remembers whose change of it has an entry.
 */
export const chain = `
CREATE TABLE chain_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;

CREATE TABLE chain_entry (
  sequence INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  staff_id TEXT,
  staff_name TEXT NOT NULL,
  target TEXT NOT NULL,
  reason TEXT NOT NULL,
  conversation_id INTEGER,
  message_id INTEGER,
  outbox_item_id INTEGER,
  detail TEXT NOT NULL,
  mac BLOB NOT NULL
) STRICT;
CREATE INDEX chain_entry_outbox_item ON chain_entry (outbox_item_id)
  WHERE outbox_item_id IS NOT NULL;

CREATE INDEX chain_entry_conversation ON chain_entry (conversation_id)
  WHERE conversation_id IS NOT NULL;

CREATE INDEX chain_entry_staff ON chain_entry (staff_id) WHERE staff_id IS NOT NULL;

CREATE TABLE merged_conversation (
  id INTEGER PRIMARY KEY,
  into_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX merged_conversation_into ON merged_conversation (into_id);

CREATE TRIGGER chain_entry_next BEFORE INSERT ON chain_entry
  WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM chain_entry)
  BEGIN SELECT RAISE(ABORT, 'the chain is append-only'); END;
CREATE TRIGGER chain_entry_update BEFORE UPDATE ON chain_entry
  BEGIN SELECT RAISE(ABORT, 'the chain is append-only'); END;
CREATE TRIGGER chain_entry_delete BEFORE DELETE ON chain_entry
  BEGIN SELECT RAISE(ABORT, 'the chain is append-only'); END;
CREATE TRIGGER chain_key_insert BEFORE INSERT ON chain_key
  WHEN EXISTS (SELECT 1 FROM chain_key)
  BEGIN SELECT RAISE(ABORT, 'the chain has its key'); END;
CREATE TRIGGER chain_key_update BEFORE UPDATE ON chain_key
  BEGIN SELECT RAISE(ABORT, 'the chain has its key'); END;
CREATE TRIGGER chain_key_delete BEFORE DELETE ON chain_key
  BEGIN SELECT RAISE(ABORT, 'the chain has its key'); END;

ALTER TABLE outbox_item ADD COLUMN staff_id TEXT;
ALTER TABLE outbox_item ADD COLUMN staff_name TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN editors TEXT NOT NULL DEFAULT '[]';
`;
