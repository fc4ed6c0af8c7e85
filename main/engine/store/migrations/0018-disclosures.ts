/**
 * The register of group companies, and what was disclosed to them.
 *
 * An entry of the register has versions: a change is a new row that waits for an approval of its
 * own, and the newest alone counts. A version does not change but for its one approval, so that a
 * disclosure shows its company as it was then. That two different people sign is held here too, not
 * in the app alone.
 *
 * A disclosure outlives the members that it is of, as the law wants (Act on the Protection of Personal
 * Information, Articles 27 and 29): `disclosure_member` has a member's number and the consent that it
 * went by, and refers to no record that could be erased. What the fields held is nowhere here.
 */
export const disclosures = `
CREATE TABLE group_company (
  id INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;

CREATE TABLE group_company_version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  company_id INTEGER NOT NULL REFERENCES group_company (id),
  details TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  entered_by TEXT NOT NULL,
  entered_name TEXT NOT NULL,
  entered_at INTEGER NOT NULL,
  approved_by TEXT,
  approved_name TEXT,
  approved_at INTEGER,
  CHECK (approved_by IS NULL OR approved_by <> entered_by),
  CHECK ((approved_by IS NULL) = (approved_at IS NULL))
) STRICT;
CREATE INDEX group_company_version_company ON group_company_version (company_id, id);
CREATE TRIGGER group_company_version_update BEFORE UPDATE ON group_company_version
  WHEN OLD.approved_by IS NOT NULL OR NEW.company_id <> OLD.company_id
    OR NEW.details <> OLD.details OR NEW.fingerprint <> OLD.fingerprint
    OR NEW.entered_by <> OLD.entered_by OR NEW.entered_at <> OLD.entered_at
  BEGIN SELECT RAISE(ABORT, 'a version does not change'); END;
CREATE TRIGGER group_company_version_delete BEFORE DELETE ON group_company_version
  BEGIN SELECT RAISE(ABORT, 'a version stays'); END;

CREATE TABLE disclosure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version_id INTEGER NOT NULL REFERENCES group_company_version (id),
  fields TEXT NOT NULL,
  purpose TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'released', 'declined')),
  asked_by TEXT NOT NULL,
  asked_name TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  settled_by TEXT,
  settled_name TEXT,
  settled_at INTEGER,
  reason TEXT NOT NULL DEFAULT '',
  sequence INTEGER REFERENCES chain_entry (sequence),
  CHECK ((state = 'asked') = (settled_by IS NULL)),
  CHECK ((state = 'released') = (sequence IS NOT NULL)),
  CHECK (state <> 'released' OR settled_by <> asked_by)
) STRICT;
CREATE INDEX disclosure_version ON disclosure (version_id);

CREATE TABLE disclosure_member (
  disclosure_id INTEGER NOT NULL REFERENCES disclosure (id),
  position INTEGER NOT NULL,
  member_id INTEGER NOT NULL,
  consent_version TEXT NOT NULL,
  consent_date TEXT NOT NULL,
  PRIMARY KEY (disclosure_id, position),
  UNIQUE (disclosure_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX disclosure_member_member ON disclosure_member (member_id, disclosure_id);
`;
