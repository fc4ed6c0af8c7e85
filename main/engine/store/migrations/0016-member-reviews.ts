/**
 * The review of registrations.
 *
 * A claim says that somebody looks at a registration: an event, so that it can travel between
 * desktops one day. The newest of a member tells who has it, unless that person claimed another since.
 *
 * A review is known by the entry of the change that the decision made, which says who and when.
 * `fields` are those that its letter named (JSON), `header_message_id` is the letter's Message-ID: an
 * answer refers to it for years, when the outbox has long forgotten it.
 *
 * How many members have a status is counted as they change: the queue says it with each page, and
 * counting a hundred thousand takes longer than the page.
 */
export const memberReviews = `
CREATE INDEX member_queue ON member (status, added_at, id);

CREATE TABLE member_count (
  status TEXT PRIMARY KEY,
  total INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO member_count SELECT status, count(*) FROM member GROUP BY status;
CREATE TRIGGER member_count_insert AFTER INSERT ON member BEGIN
  INSERT INTO member_count VALUES (NEW.status, 1)
    ON CONFLICT (status) DO UPDATE SET total = total + 1;
END;
CREATE TRIGGER member_count_delete AFTER DELETE ON member BEGIN
  UPDATE member_count SET total = total - 1 WHERE status = OLD.status;
END;
CREATE TRIGGER member_count_update AFTER UPDATE OF status ON member
  WHEN NEW.status <> OLD.status BEGIN
  UPDATE member_count SET total = total - 1 WHERE status = OLD.status;
  INSERT INTO member_count VALUES (NEW.status, 1)
    ON CONFLICT (status) DO UPDATE SET total = total + 1;
END;

CREATE TABLE review_claim (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  staff_id TEXT NOT NULL,
  staff_name TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX review_claim_member ON review_claim (member_id, id);
CREATE INDEX review_claim_staff ON review_claim (staff_id, id);

CREATE TABLE member_review (
  sequence INTEGER PRIMARY KEY REFERENCES chain_entry (sequence),
  member_id INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  decision TEXT NOT NULL CHECK (decision IN ('approved', 'rejected', 'needs-info')),
  fields TEXT NOT NULL,
  header_message_id TEXT UNIQUE,
  is_taken_back INTEGER NOT NULL DEFAULT 0,
  is_answered INTEGER NOT NULL DEFAULT 0,
  answer_id INTEGER REFERENCES message (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX member_review_member ON member_review (member_id, sequence);
CREATE INDEX member_review_answer ON member_review (answer_id);
CREATE INDEX member_review_asked ON member_review (header_message_id)
  WHERE decision = 'needs-info' AND is_answered = 0 AND is_taken_back = 0;
`;
