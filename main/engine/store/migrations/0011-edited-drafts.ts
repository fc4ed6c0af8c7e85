/**
 * Replies in the account's Drafts that another program saved since they were copied there. What one
 * says is kept until it has left Drafts, so that nothing of it depends on the server; `left` ones are
 * known and stay there, `settled` ones are taken away once a newer copy is in their place.
 * Only those `is_ours` says it of are known for versions of our copies, by our Message-ID or our name
 * for them: others may be letters that another program began, and are never taken out of Drafts.
 *
 * What the copies of a reply said, as digests: a copy that another program saved again as it was is
 * no change, however many newer ones there are.
 */
export const editedDrafts = `
CREATE TABLE edited_draft (
  version TEXT PRIMARY KEY,
  uid_validity TEXT NOT NULL,
  uid INTEGER NOT NULL,
  conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  staff_id TEXT NOT NULL,
  is_ours INTEGER NOT NULL DEFAULT 0,
  kept_by TEXT NOT NULL DEFAULT '[]',
  state TEXT NOT NULL CHECK (state IN ('offered', 'settled', 'left')),
  saved_at INTEGER NOT NULL,
  text TEXT NOT NULL,
  html TEXT,
  has_files INTEGER NOT NULL,
  problem TEXT CHECK (problem IN ('too-large', 'unreadable'))
) STRICT;
CREATE INDEX edited_draft_conversation ON edited_draft (conversation_id);
CREATE INDEX edited_draft_message ON edited_draft (message_id);

CREATE TABLE copied_words (
  conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  staff_id TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (conversation_id, staff_id, digest)
) STRICT, WITHOUT ROWID;
`;
