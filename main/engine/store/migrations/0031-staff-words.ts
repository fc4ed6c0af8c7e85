/**
 * What staff wrote about a conversation, its notes and tags, is searched as well: it is in the index of the
 * mail under the conversation's number below zero (search/staff-words.ts). A conversation of which some of
 * that changes, in whatever way, waits here to be written anew; of one that is gone nothing stays.
 */
export const staffWords = `
CREATE TABLE staff_words_queue (conversation_id INTEGER PRIMARY KEY) STRICT;
CREATE TRIGGER staff_words_noted AFTER INSERT ON conversation_event
  WHEN NEW.type IN ('note', 'note-changed') BEGIN
  INSERT OR REPLACE INTO staff_words_queue VALUES (NEW.conversation_id);
END;
CREATE TRIGGER staff_words_moved AFTER UPDATE OF conversation_id, body ON conversation_event
  WHEN OLD.type IN ('note', 'note-changed') BEGIN
  INSERT OR REPLACE INTO staff_words_queue VALUES (OLD.conversation_id), (NEW.conversation_id);
END;
CREATE TRIGGER staff_words_gone AFTER DELETE ON conversation_event
  WHEN OLD.type IN ('note', 'note-changed') BEGIN
  INSERT OR REPLACE INTO staff_words_queue VALUES (OLD.conversation_id);
END;
CREATE TRIGGER staff_words_tagged AFTER INSERT ON conversation_tag BEGIN
  INSERT OR REPLACE INTO staff_words_queue VALUES (NEW.conversation_id);
END;
CREATE TRIGGER staff_words_untagged AFTER DELETE ON conversation_tag BEGIN
  INSERT OR REPLACE INTO staff_words_queue VALUES (OLD.conversation_id);
END;
CREATE TRIGGER staff_words_ended AFTER DELETE ON conversation BEGIN
  DELETE FROM message_search WHERE rowid = -OLD.id;
END;
INSERT INTO staff_words_queue
  SELECT conversation_id FROM conversation_event WHERE type = 'note'
  UNION SELECT conversation_id FROM conversation_tag;
`;
