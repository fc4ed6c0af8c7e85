/**
 * A draft is one person's, and of one kind: a note is never where a letter is sent from. One that was
 * there before belongs to whoever changed it first.
 *
 * A letter goes to each of its recipients or not: what the server said of each stands beside it.
 */
export const letter = `
CREATE TABLE draft_of_writer (
  id INTEGER PRIMARY KEY,
  conversation_id INTEGER NOT NULL REFERENCES conversation (id),
  staff_id TEXT NOT NULL,
  staff_name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('reply', 'forward', 'note')),
  message_id INTEGER REFERENCES message (id) ON DELETE SET NULL,
  text TEXT NOT NULL,
  html TEXT,
  cc TEXT NOT NULL DEFAULT '[]',
  bcc TEXT NOT NULL DEFAULT '[]',
  saved_at INTEGER NOT NULL,
  is_recorded INTEGER NOT NULL DEFAULT 0,
  UNIQUE (conversation_id, staff_id, kind)
) STRICT;
INSERT INTO draft_of_writer
  (conversation_id, staff_id, staff_name, kind, message_id, text, saved_at, is_recorded)
  SELECT conversation_id, coalesce(json_extract(editors, '$[0]'), ''), '', 'reply', message_id, text,
    saved_at, editors <> '[]' FROM draft;
DROP TABLE draft;
ALTER TABLE draft_of_writer RENAME TO draft;
CREATE INDEX draft_message ON draft (message_id);

ALTER TABLE outbox_item ADD COLUMN kind TEXT NOT NULL DEFAULT 'reply';
ALTER TABLE outbox_item ADD COLUMN html TEXT;
CREATE TABLE outbox_recipient (
  outbox_item_id INTEGER NOT NULL REFERENCES outbox_item (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('to', 'cc', 'bcc')),
  address TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'accepted', 'refused')),
  error TEXT,
  PRIMARY KEY (outbox_item_id, address)
) STRICT, WITHOUT ROWID;
INSERT INTO outbox_recipient (outbox_item_id, role, address)
  SELECT id, 'to', recipient FROM outbox_item;
`;
