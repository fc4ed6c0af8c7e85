/**
 * How a conversation stands, and what staff did to it.
 *
 * An event is one act of one person and never changes, but for the words of a note that its writer
 * took away. Its key is made of the conversation's first Message-ID with a secret of the section's,
 * so that it means the same conversation on another desktop and tells nobody else which one;
 * `conversation_id` says where that is here, and is the only column that moves. The status in the
 * conversation's own row is folded from its messages and its events, and is there for the list alone.
 *
 * The copy of a draft that is in the account's Drafts outlives the draft and its conversation here:
 * until it is taken away there, it has to be known.
 *
 * A reply that was sent, in whatever way that came to be known, has the server told so: by triggers,
 * so that no way is forgotten. Flags of mail that is here already are read once more.
 */
export const conversationEvents = `
ALTER TABLE message ADD COLUMN arrived_at INTEGER NOT NULL DEFAULT 0;
UPDATE message SET arrived_at = sent_at;
ALTER TABLE folder_message ADD COLUMN answered INTEGER NOT NULL DEFAULT 0;
UPDATE folder SET highest_modseq = NULL;

CREATE TABLE flag_action (
  folder_id INTEGER NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
  message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  flag TEXT NOT NULL CHECK (flag IN ('seen', 'answered', 'forwarded')),
  is_set INTEGER NOT NULL,
  PRIMARY KEY (folder_id, message_id, flag)
) STRICT, WITHOUT ROWID;
INSERT INTO flag_action SELECT folder_id, message_id, 'seen', seen FROM seen_action;
DROP TABLE seen_action;

CREATE TRIGGER outbox_item_sent AFTER UPDATE OF state ON outbox_item
  WHEN NEW.state = 'sent' AND OLD.state <> 'sent' AND NEW.message_id IS NOT NULL
    AND EXISTS (SELECT 1 FROM outbox_recipient r
      WHERE r.outbox_item_id = NEW.id AND r.role = 'to' AND r.state = 'accepted')
  BEGIN
    INSERT OR REPLACE INTO flag_action (folder_id, message_id, flag, is_set)
      SELECT fm.folder_id, fm.message_id, iif(NEW.kind = 'forward', 'forwarded', 'answered'), 1
      FROM folder_message fm JOIN folder f ON f.id = fm.folder_id
      WHERE fm.message_id = NEW.message_id AND f.role = 'inbox';
    UPDATE folder_message SET answered = 1
      WHERE message_id = NEW.message_id AND NEW.kind = 'reply';
  END;

ALTER TABLE conversation ADD COLUMN status TEXT NOT NULL DEFAULT 'open'
  CHECK (status IN ('open', 'waiting', 'snoozed', 'done'));
ALTER TABLE conversation ADD COLUMN due TEXT CHECK (due IN ('snooze', 'reminder'));
ALTER TABLE conversation ADD COLUMN wakes_at INTEGER;
ALTER TABLE conversation ADD COLUMN woken_at INTEGER NOT NULL DEFAULT 0;
UPDATE conversation SET status = 'waiting' WHERE 'out' = (
  SELECT direction FROM message m
  WHERE m.conversation_id = conversation.id AND automation <> 'auto-replied'
  ORDER BY sent_at DESC, m.id DESC LIMIT 1);
CREATE INDEX conversation_status ON conversation (status, newest_at DESC, id DESC)
  WHERE message_count > 0;
CREATE INDEX conversation_due ON conversation (due) WHERE due IS NOT NULL;
CREATE INDEX conversation_wakes ON conversation (wakes_at) WHERE wakes_at IS NOT NULL;

CREATE TABLE server_draft (
  header_message_id TEXT PRIMARY KEY,
  conversation_id INTEGER NOT NULL,
  staff_id TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  uid_validity TEXT,
  uid INTEGER
) STRICT;
CREATE INDEX server_draft_place ON server_draft (conversation_id, staff_id);

CREATE TABLE event_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;
INSERT INTO event_key (id, key) VALUES (1, randomblob(32));

CREATE TABLE conversation_event (
  id TEXT PRIMARY KEY,
  conversation_key TEXT NOT NULL,
  conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  type TEXT NOT NULL,
  staff_id TEXT,
  staff_name TEXT NOT NULL,
  at INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX conversation_event_conversation ON conversation_event (conversation_id, at);
CREATE TRIGGER conversation_event_update
  BEFORE UPDATE OF id, conversation_key, type, staff_id, staff_name, at ON conversation_event
  BEGIN SELECT RAISE(ABORT, 'an event does not change'); END;
CREATE TRIGGER conversation_event_words BEFORE UPDATE OF body ON conversation_event
  WHEN NEW.body <> '{}' OR OLD.type NOT IN ('note', 'note-changed')
  BEGIN SELECT RAISE(ABORT, 'an event does not change'); END;
`;
