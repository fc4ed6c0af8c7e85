/**
 * The first schema of a section: one account, its folders, messages and conversations, and the
 * replies on their way out. Everything in it is inside SQLCipher, passwords included.
 *
 * The same bytes are looked for by the date that their header claims, then by hash: mail that comes
 * together is of about one time, so a batch writes a few pages of that index. By hash alone it would
 * write a page for each message.
 *
 * A draft and a reply remember the message that they answer: newer mail must not turn them to
 * another person.
 *
 * The search index gathers a whole batch in memory (bytes) and merges seldom: each page that it
 * writes is encrypted, written to the log and copied into the file.
 */
export const mail = `
CREATE TABLE account (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  settings TEXT NOT NULL
) STRICT;

CREATE TABLE folder (
  id INTEGER PRIMARY KEY,
  role TEXT NOT NULL UNIQUE CHECK (role IN ('inbox', 'sent')),
  path TEXT NOT NULL,
  uid_validity TEXT,
  uid_next INTEGER,
  highest_modseq TEXT,
  synced_at INTEGER
) STRICT;

CREATE TABLE conversation (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL DEFAULT '',
  snippet TEXT NOT NULL DEFAULT '',
  participants TEXT NOT NULL DEFAULT '[]',
  newest_at INTEGER NOT NULL DEFAULT 0,
  message_count INTEGER NOT NULL DEFAULT 0,
  inbox_count INTEGER NOT NULL DEFAULT 0,
  unread_count INTEGER NOT NULL DEFAULT 0,
  sent_count INTEGER NOT NULL DEFAULT 0,
  has_attachment INTEGER NOT NULL DEFAULT 0,
  answered INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX conversation_all ON conversation (newest_at DESC, id DESC);
CREATE INDEX conversation_inbox ON conversation (newest_at DESC, id DESC) WHERE inbox_count > 0;
CREATE INDEX conversation_unread ON conversation (newest_at DESC, id DESC) WHERE unread_count > 0;
CREATE INDEX conversation_sent ON conversation (newest_at DESC, id DESC) WHERE sent_count > 0;

CREATE TABLE thread_reference (
  header_message_id TEXT PRIMARY KEY,
  conversation_id INTEGER NOT NULL REFERENCES conversation (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX thread_reference_conversation ON thread_reference (conversation_id);

CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  content_hash BLOB NOT NULL,
  header_date INTEGER,
  conversation_id INTEGER NOT NULL REFERENCES conversation (id),
  header_message_id TEXT,
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  from_name TEXT NOT NULL,
  from_address TEXT NOT NULL,
  recipients TEXT NOT NULL,
  reference_ids TEXT NOT NULL,
  subject TEXT NOT NULL,
  snippet TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  size INTEGER NOT NULL,
  automation TEXT NOT NULL,
  attachments TEXT NOT NULL
) STRICT;
CREATE INDEX message_content ON message (header_date, content_hash);
CREATE INDEX message_conversation ON message (conversation_id, sent_at);
CREATE INDEX message_header_id ON message (header_message_id);

CREATE TABLE message_source (
  message_id INTEGER PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
  deflated BLOB NOT NULL
) STRICT;

CREATE TABLE folder_message (
  folder_id INTEGER NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
  uid INTEGER NOT NULL,
  message_id INTEGER NOT NULL REFERENCES message (id),
  seen INTEGER NOT NULL,
  PRIMARY KEY (folder_id, uid)
) STRICT, WITHOUT ROWID;
CREATE INDEX folder_message_message ON folder_message (message_id);

CREATE TABLE seen_action (
  folder_id INTEGER NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
  message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  seen INTEGER NOT NULL,
  PRIMARY KEY (folder_id, message_id)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE message_search USING fts5 (
  subject, people, body, attachments,
  content = '', contentless_delete = 1, tokenize = 'ascii'
);
INSERT INTO message_search (message_search, rank) VALUES ('hashsize', 8000000), ('automerge', 8);

CREATE TABLE draft (
  conversation_id INTEGER PRIMARY KEY REFERENCES conversation (id),
  message_id INTEGER REFERENCES message (id) ON DELETE SET NULL,
  text TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;

CREATE TABLE outbox_item (
  id INTEGER PRIMARY KEY,
  token TEXT NOT NULL UNIQUE,
  conversation_id INTEGER NOT NULL REFERENCES conversation (id),
  message_id INTEGER REFERENCES message (id) ON DELETE SET NULL,
  header_message_id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'uncertain', 'failed')),
  recipient TEXT NOT NULL,
  mail_from TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  raw BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  retry_at INTEGER,
  error TEXT,
  filed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX outbox_item_conversation ON outbox_item (conversation_id);
CREATE INDEX outbox_item_message ON outbox_item (message_id);
CREATE INDEX outbox_item_open ON outbox_item (state) WHERE filed = 0;
`;
