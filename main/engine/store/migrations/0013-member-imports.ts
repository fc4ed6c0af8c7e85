/**
 * Imports of members out of files. What an import is going to write is put down whole before the first
 * member changes, in rows that go as they are written: so many are written in slices, between which
 * others are served, and what a crash cuts short goes on afterwards. With them goes which changes an
 * import made, to take them back. A mapping is known by a digest of the header row.
 *
 * Many members may be erased at once from now on, and for each the check of the chain looks for the
 * entry that says so.
 *
 * FTS5 writes its index anew at every savepoint, and every statement with a trigger has one: to write
 * or erase a thousand members so took a thousand merges. While the queue of words has its row 0, which
 * no transaction leaves there, words wait in it for the end of the transaction (member-words.ts).
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
  prepared INTEGER NOT NULL DEFAULT 0,
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

CREATE TABLE member_words_queue (
  position INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL,
  words TEXT NOT NULL,
  goes_in INTEGER NOT NULL CHECK (goes_in IN (0, 1))
) STRICT;
DROP TRIGGER member_words_insert;
DROP TRIGGER member_words_update;
DROP TRIGGER member_words_delete;
CREATE TRIGGER member_words_insert AFTER INSERT ON member
  WHEN NOT EXISTS (SELECT 1 FROM member_words_queue WHERE position = 0) BEGIN
  INSERT INTO member_words (rowid, words) VALUES (NEW.id, NEW.words);
END;
CREATE TRIGGER member_words_update AFTER UPDATE OF words ON member
  WHEN NOT EXISTS (SELECT 1 FROM member_words_queue WHERE position = 0) BEGIN
  INSERT INTO member_words (member_words, rowid, words) VALUES ('delete', OLD.id, OLD.words);
  INSERT INTO member_words (rowid, words) VALUES (NEW.id, NEW.words);
END;
CREATE TRIGGER member_words_delete AFTER DELETE ON member
  WHEN NOT EXISTS (SELECT 1 FROM member_words_queue WHERE position = 0) BEGIN
  INSERT INTO member_words (member_words, rowid, words) VALUES ('delete', OLD.id, OLD.words);
END;
CREATE TRIGGER member_words_insert_later AFTER INSERT ON member
  WHEN EXISTS (SELECT 1 FROM member_words_queue WHERE position = 0) BEGIN
  INSERT INTO member_words_queue (member_id, words, goes_in) VALUES (NEW.id, NEW.words, 1);
END;
CREATE TRIGGER member_words_update_later AFTER UPDATE OF words ON member
  WHEN EXISTS (SELECT 1 FROM member_words_queue WHERE position = 0) BEGIN
  INSERT INTO member_words_queue (member_id, words, goes_in)
    VALUES (OLD.id, OLD.words, 0), (NEW.id, NEW.words, 1);
END;
CREATE TRIGGER member_words_delete_later AFTER DELETE ON member
  WHEN EXISTS (SELECT 1 FROM member_words_queue WHERE position = 0) BEGIN
  INSERT INTO member_words_queue (member_id, words, goes_in) VALUES (OLD.id, OLD.words, 0);
END;

CREATE INDEX chain_entry_erased ON chain_entry (json_extract(detail, '$.concerns'))
  WHERE kind = 'member-erased';
`;
