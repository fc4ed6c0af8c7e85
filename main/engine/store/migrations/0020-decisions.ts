/** A decision that was taken back is none: the numbers tell how long those took that stand. */
export const decisions = `
UPDATE member SET decided_at = NULL WHERE status IN ('new', 'needs-info');
CREATE TRIGGER member_undecided AFTER UPDATE OF status ON member
  WHEN NEW.status IN ('new', 'needs-info') AND OLD.decided_at IS NOT NULL
  BEGIN UPDATE member SET decided_at = NULL WHERE id = NEW.id; END;
`;
