/**
 * People who asked to be forgotten.
 *
 * `erasure` is what the certificate says: by number, with counts, and nothing of the person. It refers
 * to no record, for that is gone. `reason` is the reference that staff gave.
 *
 * A tombstone is an HMAC-SHA-256 of an identifier (ledger/tombstone.ts): an old list or a form that
 * has it is known by it, and nobody reads it here. Its key is random and lies beside it: a section gets
 * another key whenever somebody leaves it, and tombstones under that one would match nothing any more.
 */
export const erasures = `
CREATE TABLE erasure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  member_id INTEGER NOT NULL,
  at INTEGER NOT NULL,
  staff_id TEXT,
  staff_name TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  places TEXT NOT NULL,
  sequence INTEGER NOT NULL UNIQUE REFERENCES chain_entry (sequence)
) STRICT;
CREATE TRIGGER erasure_update BEFORE UPDATE ON erasure
  BEGIN SELECT RAISE(ABORT, 'a certificate does not change'); END;

CREATE INDEX chain_entry_copies ON chain_entry (sequence) WHERE kind = 'copies-destroyed';

CREATE TABLE tombstone (
  mac BLOB NOT NULL CHECK (length(mac) = 32),
  erasure_id INTEGER NOT NULL REFERENCES erasure (id),
  PRIMARY KEY (mac, erasure_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tombstone_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;
INSERT INTO tombstone_key (id, key) VALUES (1, randomblob(32));
`;
