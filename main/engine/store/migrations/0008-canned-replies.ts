/**
 * What staff write once and put into many replies, with every version of it. Ids are random, so that
 * a restored database and the present one know the same reply by the same id. A deleted one keeps its
 * row until staff erase it.
 *
 * How a reader is addressed is remembered for their address (ASCII in lower case), and goes with
 * their last letter (folder-messages.ts).
 */
export const cannedReplies = `
CREATE TABLE canned_reply (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  key TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('en', 'ja')),
  text TEXT NOT NULL,
  uses INTEGER NOT NULL DEFAULT 0,
  used_at INTEGER,
  deleted_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE canned_version (
  id TEXT PRIMARY KEY,
  canned_reply_id TEXT NOT NULL REFERENCES canned_reply (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  staff_id TEXT,
  staff_name TEXT NOT NULL,
  name TEXT NOT NULL,
  key TEXT NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX canned_version_reply ON canned_version (canned_reply_id, at);

CREATE TABLE honorific (
  address TEXT PRIMARY KEY,
  honorific TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
