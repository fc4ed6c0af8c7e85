/**
 * The register of what members ask for about their own data.
 *
 * A request outlives the record that it is about, or nobody could show that it was answered: it has
 * the member's number and refers to no record. Why it was refused is about a person and goes with
 * the record. That nothing is done for whoever has not shown who they are is held here too.
 *
 * `header_message_id` is the Message-ID of the letter that an access request was answered with.
 */
export const memberRequests = `
CREATE TABLE member_request (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  member_id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('access', 'correction', 'stop-use', 'erasure')),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'refused')),
  received_on TEXT NOT NULL,
  deadline_on TEXT NOT NULL CHECK (deadline_on >= received_on),
  entered_by TEXT NOT NULL,
  entered_name TEXT NOT NULL,
  entered_at INTEGER NOT NULL,
  identity_method TEXT
    CHECK (identity_method IN ('document', 'call-back', 'verified-address')),
  identity_by TEXT,
  identity_name TEXT,
  identity_at INTEGER,
  settled_by TEXT,
  settled_name TEXT,
  settled_at INTEGER,
  reason TEXT NOT NULL DEFAULT '',
  header_message_id TEXT UNIQUE,
  CHECK ((identity_method IS NULL) = (identity_by IS NULL)),
  CHECK ((identity_method IS NULL) = (identity_at IS NULL)),
  CHECK ((state = 'open') = (settled_by IS NULL)),
  CHECK ((state = 'open') = (settled_at IS NULL)),
  CHECK (state <> 'done' OR identity_method IS NOT NULL),
  CHECK (header_message_id IS NULL OR kind = 'access' AND state = 'done')
) STRICT;
CREATE INDEX member_request_member ON member_request (member_id, kind, state);
CREATE TRIGGER member_request_delete BEFORE DELETE ON member_request
  BEGIN SELECT RAISE(ABORT, 'a request stays'); END;
CREATE TRIGGER member_request_forgotten AFTER DELETE ON member
  WHEN EXISTS (SELECT 1 FROM member_request WHERE member_id = OLD.id) BEGIN
  UPDATE member_request SET reason = '' WHERE member_id = OLD.id;
END;
`;
