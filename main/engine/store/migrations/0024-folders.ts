/**
 * Every folder of the account, where before there were INBOX and Sent.
 *
 * A folder that is not synced has a row too, so that staff can choose it; one that is to be made has
 * a row before the server has it. `choice` is staff's own word, NULL for none.
 *
 * A message that loses a place may have been moved or its folder renamed: `lost_place` remembers it
 * until every folder was looked at, in the order in which places were lost. It is kept by triggers,
 * so that no way to lose a place is forgotten.
 *
 * `move_action` is a move that the server has not been told of: for everything that staff see the
 * message is in the target already. `is_begun` says that a copy may be there.
 *
 * What a program marked \Deleted and left where it is counts as in the trash, and is in no list.
 *
 * A conversation is live while a message of it is in INBOX or Sent, or in no folder, and hidden when all
 * of it is in Drafts, Junk or Trash. Lists of other folders have their own rows.
 *
 * The old table is not dropped before its children have another parent: dropping it would take their
 * rows along.
 */
export const folders = `
DROP TRIGGER outbox_item_sent;
ALTER TABLE folder RENAME TO folder_before;
CREATE TABLE folder (
  id INTEGER PRIMARY KEY,
  role TEXT NOT NULL
    CHECK (role IN ('inbox', 'sent', 'drafts', 'archive', 'junk', 'trash', 'other')),
  path TEXT NOT NULL UNIQUE,
  delimiter TEXT,
  choice INTEGER,
  is_synced INTEGER NOT NULL DEFAULT 1,
  is_on_server INTEGER NOT NULL DEFAULT 1,
  uid_validity TEXT,
  uid_next INTEGER,
  highest_modseq TEXT,
  synced_at INTEGER
) STRICT;
CREATE UNIQUE INDEX folder_role ON folder (role) WHERE role <> 'other';
INSERT INTO folder (id, role, path, uid_validity, uid_next, synced_at)
  SELECT id, role, path, uid_validity, uid_next, synced_at FROM folder_before;

ALTER TABLE folder_message RENAME TO folder_message_before;
DROP INDEX folder_message_message;
CREATE TABLE folder_message (
  folder_id INTEGER NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
  uid INTEGER NOT NULL,
  message_id INTEGER NOT NULL REFERENCES message (id),
  seen INTEGER NOT NULL,
  answered INTEGER NOT NULL DEFAULT 0,
  flagged INTEGER NOT NULL DEFAULT 0,
  other_flags TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (folder_id, uid)
) STRICT, WITHOUT ROWID;
INSERT INTO folder_message (folder_id, uid, message_id, seen, answered)
  SELECT folder_id, uid, message_id, seen, answered FROM folder_message_before;
DROP TABLE folder_message_before;
CREATE INDEX folder_message_message ON folder_message (message_id);
CREATE INDEX folder_message_unread ON folder_message (folder_id) WHERE seen = 0;

ALTER TABLE flag_action RENAME TO flag_action_before;
CREATE TABLE flag_action (
  folder_id INTEGER NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
  message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  flag TEXT NOT NULL CHECK (flag IN ('seen', 'answered', 'flagged', 'forwarded')),
  is_set INTEGER NOT NULL,
  PRIMARY KEY (folder_id, message_id, flag)
) STRICT, WITHOUT ROWID;
INSERT INTO flag_action SELECT * FROM flag_action_before;
DROP TABLE flag_action_before;

ALTER TABLE deletion_place RENAME TO deletion_place_before;
DROP INDEX deletion_place_mail;
CREATE TABLE deletion_place (
  folder_id INTEGER NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
  uid INTEGER NOT NULL,
  content_hash BLOB NOT NULL REFERENCES deleted_mail (content_hash),
  PRIMARY KEY (folder_id, uid)
) STRICT, WITHOUT ROWID;
INSERT INTO deletion_place SELECT * FROM deletion_place_before;
DROP TABLE deletion_place_before;
CREATE INDEX deletion_place_mail ON deletion_place (content_hash);
DROP TABLE folder_before;

ALTER TABLE message ADD COLUMN email_id TEXT;
CREATE INDEX message_email_id ON message (email_id) WHERE email_id IS NOT NULL;

CREATE TABLE move_action (
  folder_id INTEGER NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
  message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  target_id INTEGER NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
  is_begun INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (folder_id, message_id)
) STRICT, WITHOUT ROWID;

CREATE VIEW message_place AS
  SELECT fm.message_id, iif(instr(fm.other_flags, '\\Deleted') > 0, NULL, f.id) AS folder_id,
    iif(instr(fm.other_flags, '\\Deleted') > 0, 'trash', f.role) AS role,
    fm.folder_id AS server_folder_id, fm.seen, fm.answered, fm.flagged
  FROM folder_message fm
  LEFT JOIN move_action a ON a.folder_id = fm.folder_id AND a.message_id = fm.message_id
  JOIN folder f ON f.id = coalesce(a.target_id, fm.folder_id);

CREATE TABLE lost_place (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  message_id INTEGER NOT NULL UNIQUE REFERENCES message (id) ON DELETE CASCADE,
  was_draft INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO lost_place (message_id) SELECT id FROM message m
  WHERE NOT EXISTS (SELECT 1 FROM folder_message fm WHERE fm.message_id = m.id);
CREATE TRIGGER folder_message_lost AFTER DELETE ON folder_message
  BEGIN
    INSERT OR REPLACE INTO lost_place (message_id, was_draft) VALUES (OLD.message_id, coalesce(
      (SELECT role = 'drafts' FROM folder WHERE id = OLD.folder_id), 0));
  END;
CREATE TRIGGER folder_message_found AFTER INSERT ON folder_message
  BEGIN DELETE FROM lost_place WHERE message_id = NEW.message_id; END;

CREATE TRIGGER outbox_item_sent AFTER UPDATE OF state ON outbox_item
  WHEN NEW.state = 'sent' AND OLD.state <> 'sent' AND NEW.message_id IS NOT NULL
    AND EXISTS (SELECT 1 FROM outbox_recipient r
      WHERE r.outbox_item_id = NEW.id AND r.role = 'to' AND r.state = 'accepted')
  BEGIN
    INSERT OR REPLACE INTO flag_action (folder_id, message_id, flag, is_set)
      SELECT fm.folder_id, fm.message_id, iif(NEW.kind = 'forward', 'forwarded', 'answered'), 1
      FROM folder_message fm JOIN folder f ON f.id = fm.folder_id
      WHERE fm.message_id = NEW.message_id AND f.role <> 'sent';
    UPDATE folder_message SET answered = 1
      WHERE message_id = NEW.message_id AND NEW.kind = 'reply';
  END;

ALTER TABLE conversation ADD COLUMN live INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN flagged INTEGER NOT NULL DEFAULT 0;
UPDATE conversation SET live = 1 WHERE message_count > 0;
CREATE INDEX conversation_empty ON conversation (id) WHERE message_count = 0;
DROP INDEX conversation_all;
CREATE INDEX conversation_all ON conversation (newest_at DESC, id DESC) WHERE hidden = 0;
DROP INDEX conversation_status;
CREATE INDEX conversation_status ON conversation (status, newest_at DESC, id DESC) WHERE live = 1;

CREATE TABLE conversation_folder (
  folder_id INTEGER NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
  newest_at INTEGER NOT NULL,
  conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  PRIMARY KEY (folder_id, newest_at, conversation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX conversation_folder_conversation ON conversation_folder (conversation_id);
`;
