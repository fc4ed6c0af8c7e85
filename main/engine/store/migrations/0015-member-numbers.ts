/**
 * When a registration was first approved or rejected, for the numbers of all of them; the index has
 * all that they are counted from.
 */
export const memberNumbers = `
ALTER TABLE member ADD COLUMN decided_at INTEGER;
UPDATE member SET decided_at = (
  SELECT min(e.at) FROM member_change c JOIN chain_entry e ON e.sequence = c.sequence
  WHERE c.member_id = member.id AND json_extract(c.body, '$.before') IS NOT NULL
    AND json_extract(c.body, '$.after.status') IN ('approved', 'rejected'));
CREATE INDEX member_numbers ON member (added_at, id, status, decided_at);
CREATE TRIGGER member_decided AFTER UPDATE OF status ON member
  WHEN NEW.status <> OLD.status AND NEW.status IN ('approved', 'rejected') AND OLD.decided_at IS NULL
  BEGIN UPDATE member SET decided_at = NEW.changed_at WHERE id = NEW.id; END;
`;
