import { forgettableFields } from '../../../../shared/model/retention.ts';

const bits = forgettableFields.map((field, bit) => `WHEN '${field}' THEN ${1 << bit}`).join(' ');

/** The fields that the bodies of some changes have anything in, as the bits of `kept_fields`. */
const fieldsOf = (bodies: string) => `(
  SELECT coalesce(sum(DISTINCT CASE part.key ${bits} ELSE 0 END), 0) FROM (
    SELECT each.key, each.value FROM ${bodies}, json_each(body, '$.before') each
    UNION ALL
    SELECT each.key, each.value FROM ${bodies}, json_each(body, '$.after') each
  ) part WHERE part.value NOT IN ('', '[]'))`;

const ofChange = fieldsOf('(SELECT NEW.body AS body)');

/**
 * For how long members' data are kept.
 *
 * `status_since` is when a member came to have their status. `kept_fields` has a bit for each field
 * that a rule could take which the record or its history has anything in: what a person took out of a
 * record is in its history still. Triggers keep both right, whoever writes the record: a first value
 * that was forgotten would be that of a member who is due at once. The index over them answers who is due without a look at any record.
 *
 * A hold stands in the way of every deletion, not only of this app's rules. Its reason is about a
 * person and goes with them; the chain has who placed it, and when.
 */
export const retention = `
ALTER TABLE member ADD COLUMN status_since INTEGER NOT NULL DEFAULT 0;
ALTER TABLE member ADD COLUMN kept_fields INTEGER NOT NULL DEFAULT 0;
UPDATE member SET
  status_since = coalesce((
    SELECT max(e.at) FROM member_change c JOIN chain_entry e ON e.sequence = c.sequence
    WHERE c.member_id = member.id AND json_extract(c.body, '$.after.status') IS NOT NULL
  ), added_at),
  kept_fields = ${fieldsOf('(SELECT body FROM member_change WHERE member_id = member.id)')};
CREATE INDEX member_retention ON member (status, status_since, id, kept_fields);

CREATE TRIGGER member_status_insert AFTER INSERT ON member WHEN NEW.status_since = 0 BEGIN
  UPDATE member SET status_since = NEW.added_at WHERE id = NEW.id;
END;
CREATE TRIGGER member_status_update AFTER UPDATE OF status ON member WHEN NEW.status <> OLD.status BEGIN
  UPDATE member SET status_since = NEW.changed_at WHERE id = NEW.id;
END;
CREATE TRIGGER member_change_kept AFTER INSERT ON member_change BEGIN
  UPDATE member SET kept_fields = kept_fields | ${ofChange}
  WHERE id = NEW.member_id AND ${ofChange} & ~kept_fields <> 0;
END;

CREATE TABLE member_hold (
  member_id INTEGER PRIMARY KEY REFERENCES member (id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  staff_id TEXT,
  staff_name TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER member_hold_record BEFORE DELETE ON member
  WHEN EXISTS (SELECT 1 FROM member_hold WHERE member_id = OLD.id)
  BEGIN SELECT RAISE(ABORT, 'a hold keeps the record'); END;
CREATE TRIGGER member_hold_change BEFORE DELETE ON member_change
  WHEN EXISTS (SELECT 1 FROM member_hold WHERE member_id = OLD.member_id)
  BEGIN SELECT RAISE(ABORT, 'a hold keeps the record'); END;

CREATE TABLE retention_rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  status TEXT NOT NULL,
  part TEXT NOT NULL,
  count INTEGER NOT NULL,
  unit TEXT NOT NULL CHECK (unit IN ('days', 'months', 'years')),
  on_since INTEGER,
  UNIQUE (status, part)
) STRICT;

CREATE TABLE retention_run (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  at INTEGER NOT NULL,
  count INTEGER NOT NULL
) STRICT;

CREATE INDEX chain_entry_forgotten ON chain_entry (target, sequence)
  WHERE kind IN ('member-erased', 'member-forgotten');
`;
