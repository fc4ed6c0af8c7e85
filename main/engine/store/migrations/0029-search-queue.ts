/**
 * The search index has other words than before (mail/mime/search-text.ts): messages that are here already
 * wait to have theirs written anew, which is done as soon as the section is open. What is searched by
 * has indexes: letters with files, and when letters were sent.
 */
export const searchQueue = `
CREATE TABLE search_queue (
  message_id INTEGER PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE
) STRICT;
INSERT INTO search_queue (message_id) SELECT id FROM message;
CREATE INDEX conversation_attachment ON conversation (newest_at DESC, id DESC)
  WHERE has_attachment = 1;
CREATE INDEX conversation_flagged ON conversation (newest_at DESC, id DESC) WHERE flagged = 1;
`;
