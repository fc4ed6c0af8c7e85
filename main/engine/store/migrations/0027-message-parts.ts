/**
 * Of some messages only a part is here: the head, or as much of the beginning as has its text. The rest
 * is on the server. Until a message was here as a whole, `content_hash` is that of its head and its size
 * (mail/mime/head-digest.ts). `asked_at`: somebody wanted to see it, and it stays for a while.
 *
 * A letter that was deleted here is known by either hash. A head is no registration: it waits to be
 * looked at for one when its text comes.
 */
export const messageParts = `
ALTER TABLE message ADD COLUMN part TEXT NOT NULL DEFAULT 'whole'
  CHECK (part IN ('whole', 'beginning', 'head'));
ALTER TABLE message ADD COLUMN asked_at INTEGER;
CREATE INDEX message_part ON message (arrived_at) WHERE part <> 'whole';
ALTER TABLE deleted_mail ADD COLUMN part_hash BLOB;
CREATE INDEX deleted_mail_part ON deleted_mail (part_hash) WHERE part_hash IS NOT NULL;
DROP TRIGGER form_queue_message;
CREATE TRIGGER form_queue_message AFTER INSERT ON message
  WHEN NEW.part <> 'head' AND EXISTS (SELECT 1 FROM form) BEGIN
  INSERT INTO form_queue (message_id) VALUES (NEW.id);
END;
CREATE TRIGGER form_queue_text AFTER UPDATE OF part ON message
  WHEN OLD.part = 'head' AND NEW.part <> 'head' AND EXISTS (SELECT 1 FROM form) BEGIN
  INSERT OR IGNORE INTO form_queue (message_id) VALUES (NEW.id);
END;
`;
