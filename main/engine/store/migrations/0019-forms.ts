/**
 * Registrations that come in by mail: the forms that the app was taught, and what became of each of
 * their mails.
 *
 * A mail goes from its server and comes again, under another UID or after a restore: what became of it
 * is known by its bytes, so that no second registration is made of it. `problem` is JSON, why it could
 * not be read; a mail that is set aside keeps it.
 *
 * Every message that comes while there is a form waits in `form_queue` until it was looked at: a crash
 * in between loses none.
 */
export const forms = `
CREATE TABLE form (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('en', 'ja')),
  senders TEXT NOT NULL,
  labels TEXT NOT NULL,
  staff_id TEXT,
  staff_name TEXT NOT NULL,
  taught_at INTEGER NOT NULL
) STRICT;

CREATE TABLE form_mail (
  id INTEGER PRIMARY KEY,
  content_hash BLOB NOT NULL UNIQUE,
  message_id INTEGER UNIQUE REFERENCES message (id) ON DELETE SET NULL,
  header_message_id TEXT,
  form_id INTEGER REFERENCES form (id) ON DELETE SET NULL,
  member_id INTEGER REFERENCES member (id) ON DELETE SET NULL,
  state TEXT NOT NULL CHECK (state IN ('made', 'repeat', 'unread', 'set-aside')),
  problem TEXT,
  CHECK ((problem IS NULL) = (state IN ('made', 'repeat')))
) STRICT;
CREATE INDEX form_mail_header_id ON form_mail (header_message_id);
CREATE INDEX form_mail_form ON form_mail (form_id);
CREATE INDEX form_mail_member ON form_mail (member_id);
CREATE INDEX form_mail_waiting ON form_mail (state, message_id) WHERE problem IS NOT NULL;

CREATE TABLE form_queue (
  message_id INTEGER PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE
) STRICT;
CREATE TRIGGER form_queue_message AFTER INSERT ON message
  WHEN EXISTS (SELECT 1 FROM form) BEGIN
  INSERT INTO form_queue (message_id) VALUES (NEW.id);
END;
`;
