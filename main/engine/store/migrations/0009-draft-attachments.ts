/**
 * Files of letters that are not sent yet, in pieces, so that a large one is never in memory as a
 * whole while it comes in. They belong to the letter as its text does: to one person, conversation
 * and kind; once it is queued they stay with it until its copy is filed, to come back with it.
 *
 * How large a letter the server takes, as it said itself.
 */
export const draftAttachments = `
CREATE TABLE draft_attachment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  token TEXT NOT NULL UNIQUE,
  conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  staff_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('reply', 'forward')),
  outbox_item_id INTEGER REFERENCES outbox_item (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  photo_size TEXT NOT NULL,
  thumbnail BLOB,
  removed_at INTEGER
) STRICT;
CREATE INDEX draft_attachment_conversation ON draft_attachment (conversation_id);
CREATE INDEX draft_attachment_outbox_item ON draft_attachment (outbox_item_id);

CREATE TABLE draft_attachment_file (
  draft_attachment_id INTEGER NOT NULL REFERENCES draft_attachment (id) ON DELETE CASCADE,
  photo_size TEXT NOT NULL CHECK (photo_size IN ('original', 'large', 'medium')),
  mime_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  privacy TEXT,
  PRIMARY KEY (draft_attachment_id, photo_size)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft_attachment_piece (
  id INTEGER PRIMARY KEY,
  draft_attachment_id INTEGER NOT NULL,
  photo_size TEXT NOT NULL,
  position INTEGER NOT NULL,
  content BLOB NOT NULL,
  UNIQUE (draft_attachment_id, photo_size, position),
  FOREIGN KEY (draft_attachment_id, photo_size)
    REFERENCES draft_attachment_file (draft_attachment_id, photo_size) ON DELETE CASCADE
) STRICT;

CREATE TABLE letter_limit (
  host TEXT NOT NULL,
  port INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (host, port)
) STRICT, WITHOUT ROWID;
`;
