/**
 * Imports of members out of files. What an import is going to write is put down whole before the first
 * member changes, in rows that go as they are written: so many are written in slices, between which
 * others are served, and what a crash cuts short goes on afterwards. With them goes which changes an
 * import made, to take them back. A mapping is known by a digest of the header row.
 *
 * Many members may be erased at once from now on, and for each the check of the chain looks for the
 * entry that says so.
 */
export const memberImports = `
CREATE TABLE member_import (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  staff_id TEXT,
  staff_name TEXT NOT NULL,
  file_name TEXT NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('preparing', 'writing', 'done', 'undoing', 'undone')),
  added INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0,
  taken_back INTEGER NOT NULL DEFAULT 0,
  left_alone INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE member_import_row (
  import_id INTEGER NOT NULL REFERENCES member_import (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (import_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE member_import_change (
  sequence INTEGER PRIMARY KEY REFERENCES member_change (sequence) ON DELETE CASCADE,
  import_id INTEGER NOT NULL REFERENCES member_import (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX member_import_change_import ON member_import_change (import_id, sequence);

CREATE TABLE member_import_mapping (
  header BLOB PRIMARY KEY,
  mapping TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX chain_entry_erased ON chain_entry (json_extract(detail, '$.concerns'))
  WHERE kind = 'member-erased';
`;
