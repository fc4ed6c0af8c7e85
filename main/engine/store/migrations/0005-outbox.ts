/**
 * A letter waits before it leaves: so that it can be called back, or until the time that staff chose,
 * in the zone that they chose it in. When it is due is `retry_at`, as for a next attempt.
 *
 * A letter that one recipient was refused, and that others have, is not at its end while its copy is in
 * Sent already: `has_copy` says that, `filed` that there is nothing more to do or to show.
 *
 * `doubted_at`, `looked_at` and `looked_in` (folders, as JSON): since when nobody knows whether it
 * left, when it was last looked for on the server, and where.
 *
 * Recipients keep the order in which staff named them, so that a draft comes back as it was.
 */
export const outbox = `
CREATE TABLE recipient_before AS SELECT * FROM outbox_recipient;
DROP TABLE outbox_recipient;

CREATE TABLE outbox_item_now (
  id INTEGER PRIMARY KEY,
  token TEXT NOT NULL UNIQUE,
  conversation_id INTEGER NOT NULL REFERENCES conversation (id),
  message_id INTEGER REFERENCES message (id) ON DELETE SET NULL,
  header_message_id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL DEFAULT 'reply',
  state TEXT NOT NULL
    CHECK (state IN ('waiting', 'queued', 'sending', 'sent', 'uncertain', 'failed')),
  waits_for TEXT CHECK (waits_for IN ('undo', 'schedule')),
  zone TEXT,
  recipient TEXT NOT NULL,
  mail_from TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  html TEXT,
  raw BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  retry_at INTEGER,
  error TEXT,
  has_copy INTEGER NOT NULL DEFAULT 0,
  filed INTEGER NOT NULL DEFAULT 0,
  doubted_at INTEGER,
  looked_at INTEGER,
  looked_in TEXT,
  staff_id TEXT,
  staff_name TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO outbox_item_now (id, token, conversation_id, message_id, header_message_id, kind, state,
    recipient, mail_from, subject, text, html, raw, created_at, attempts, retry_at, error, has_copy,
    filed, staff_id, staff_name)
  SELECT id, token, conversation_id, message_id, header_message_id, kind, state, recipient, mail_from,
    subject, text, html, raw, created_at, attempts, retry_at, error, filed, filed, staff_id, staff_name
  FROM outbox_item;
DROP TABLE outbox_item;
ALTER TABLE outbox_item_now RENAME TO outbox_item;
CREATE INDEX outbox_item_conversation ON outbox_item (conversation_id);
CREATE INDEX outbox_item_message ON outbox_item (message_id);
CREATE INDEX outbox_item_open ON outbox_item (state) WHERE filed = 0;

CREATE TABLE outbox_recipient (
  outbox_item_id INTEGER NOT NULL REFERENCES outbox_item (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('to', 'cc', 'bcc')),
  address TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'accepted', 'refused')),
  error TEXT,
  PRIMARY KEY (outbox_item_id, address)
) STRICT, WITHOUT ROWID;
INSERT INTO outbox_recipient (outbox_item_id, position, role, address, state, error)
  SELECT r.outbox_item_id, 0, r.role, r.address, iif(i.state = 'sent', 'accepted', r.state), r.error
  FROM recipient_before r JOIN outbox_item i ON i.id = r.outbox_item_id;
DROP TABLE recipient_before;
`;
