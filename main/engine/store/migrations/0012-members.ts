/**
 * Members of the agency: their records, and every change of them.
 *
 * The number of a member is in the chain for ever, so it is never given again (AUTOINCREMENT).
 * `sort_key` is the furigana, else the name, with kana folded to hiragana; `words` has both for search,
 * as the index of the mail has its words (mail/mime/search-text.ts). Unlike that one this index takes
 * words out at once (`secure-delete`, which an index with `contentless_delete` does not heed), and for
 * that it needs them as they were put in: hence their column. Email addresses are also kept folded,
 * and telephone numbers in E.164 alone, to be looked up whole.
 *
 * The chain must outlive the data of a person who is forgotten, so a change is kept in two parts: its
 * entry in the chain, which names the member by number alone, and its body here. The entry has a
 * digest of the body and a random salt: without the salt nobody can guess from it what a body said
 * that was erased.
 */
export const members = `
CREATE TABLE member (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  status TEXT NOT NULL
    CHECK (status IN ('new', 'needs-info', 'approved', 'rejected', 'expired', 'lapsed')),
  family_name TEXT NOT NULL,
  given_name TEXT NOT NULL,
  family_kana TEXT NOT NULL,
  given_kana TEXT NOT NULL,
  name_order TEXT NOT NULL CHECK (name_order IN ('family-first', 'given-first')),
  honorific TEXT,
  language TEXT NOT NULL CHECK (language IN ('en', 'ja')),
  plan TEXT NOT NULL,
  notes TEXT NOT NULL,
  consent_version TEXT NOT NULL,
  consent_date TEXT NOT NULL,
  consent_source TEXT NOT NULL,
  tailoring TEXT NOT NULL CHECK (tailoring IN ('yes', 'no', 'unknown')),
  sort_key TEXT NOT NULL,
  words TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX member_order ON member (sort_key, id);

CREATE VIRTUAL TABLE member_words USING fts5 (
  words, content = 'member', content_rowid = 'id', tokenize = 'ascii', prefix = '1'
);
INSERT INTO member_words (member_words, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER member_words_insert AFTER INSERT ON member BEGIN
  INSERT INTO member_words (rowid, words) VALUES (NEW.id, NEW.words);
END;
CREATE TRIGGER member_words_update AFTER UPDATE OF words ON member BEGIN
  INSERT INTO member_words (member_words, rowid, words) VALUES ('delete', OLD.id, OLD.words);
  INSERT INTO member_words (rowid, words) VALUES (NEW.id, NEW.words);
END;
CREATE TRIGGER member_words_delete AFTER DELETE ON member BEGIN
  INSERT INTO member_words (member_words, rowid, words) VALUES ('delete', OLD.id, OLD.words);
END;

CREATE TABLE member_email (
  member_id INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  address TEXT NOT NULL,
  folded TEXT NOT NULL,
  PRIMARY KEY (member_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_email_folded ON member_email (folded);

CREATE TABLE member_phone (
  member_id INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  number TEXT NOT NULL,
  PRIMARY KEY (member_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_phone_number ON member_phone (number);

CREATE TABLE member_address (
  member_id INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  country TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  region TEXT NOT NULL,
  city TEXT NOT NULL,
  street TEXT NOT NULL,
  building TEXT NOT NULL,
  PRIMARY KEY (member_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_address_code ON member_address (postal_code);
CREATE INDEX member_address_street ON member_address (street COLLATE NOCASE);

CREATE TABLE member_custom (
  member_id INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  label TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (member_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE member_change (
  sequence INTEGER PRIMARY KEY REFERENCES chain_entry (sequence),
  member_id INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  salt BLOB NOT NULL CHECK (length(salt) = 32),
  body TEXT NOT NULL
) STRICT;
CREATE INDEX member_change_member ON member_change (member_id, sequence);
CREATE TRIGGER member_change_update BEFORE UPDATE ON member_change
  BEGIN SELECT RAISE(ABORT, 'a change does not change'); END;
`;
