/**
 * Tags are IMAP keywords. What the server is to be told of them is a mark like the others: `keyword:` and
 * the keyword, whose case does not matter. One that a server keeps none of stays here (`is_kept`),
 * over whatever the server says.
 *
 * Which conversations have a tag is a list of its own, in the order of dates. Keywords that came before
 * now are read into it; which of them are tags is said in mail/imap/tag-keyword.ts.
 */
export const tags = `
DROP TRIGGER outbox_item_sent;
ALTER TABLE flag_action RENAME TO flag_action_before;
CREATE TABLE flag_action (
  folder_id INTEGER NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
  message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  flag TEXT NOT NULL COLLATE NOCASE
    CHECK (flag IN ('seen', 'answered', 'flagged') OR flag GLOB 'keyword:?*'),
  is_set INTEGER NOT NULL,
  is_kept INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (folder_id, message_id, flag)
) STRICT, WITHOUT ROWID;
INSERT INTO flag_action (folder_id, message_id, flag, is_set)
  SELECT folder_id, message_id, iif(flag = 'forwarded', 'keyword:$Forwarded', flag), is_set
  FROM flag_action_before;
DROP TABLE flag_action_before;
CREATE TRIGGER outbox_item_sent AFTER UPDATE OF state ON outbox_item
  WHEN NEW.state = 'sent' AND OLD.state <> 'sent' AND NEW.message_id IS NOT NULL
    AND EXISTS (SELECT 1 FROM outbox_recipient r
      WHERE r.outbox_item_id = NEW.id AND r.role = 'to' AND r.state = 'accepted')
  BEGIN
    INSERT OR REPLACE INTO flag_action (folder_id, message_id, flag, is_set)
      SELECT fm.folder_id, fm.message_id,
        iif(NEW.kind = 'forward', 'keyword:$Forwarded', 'answered'), 1
      FROM folder_message fm JOIN folder f ON f.id = fm.folder_id
      WHERE fm.message_id = NEW.message_id AND f.role <> 'sent';
    UPDATE folder_message SET answered = 1
      WHERE message_id = NEW.message_id AND NEW.kind = 'reply';
  END;

CREATE TABLE conversation_tag (
  keyword TEXT NOT NULL COLLATE NOCASE,
  newest_at INTEGER NOT NULL,
  conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  PRIMARY KEY (keyword, newest_at, conversation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX conversation_tag_conversation ON conversation_tag (conversation_id);
INSERT OR IGNORE INTO conversation_tag (keyword, newest_at, conversation_id)
  SELECT word.value, c.newest_at, c.id
  FROM folder_message fm
  JOIN json_each('["' || replace(replace(fm.other_flags, '\\', '\\\\'), ' ', '","') || '"]') word
  JOIN message m ON m.id = fm.message_id
  JOIN conversation c ON c.id = m.conversation_id
  WHERE fm.other_flags <> '' AND (
    lower(word.value) IN ('$label1', '$label2', '$label3', '$label4', '$label5')
    OR (substr(word.value, 1, 1) NOT IN ('$', '\\') AND lower(word.value) NOT IN
      ('junk', 'nonjunk', 'notjunk', 'forwarded', 'redirected', 'mdnsent', 'old',
        'junkrecorded')));
`;
