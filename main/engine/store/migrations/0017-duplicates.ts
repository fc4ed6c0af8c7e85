import { nameForms } from '../../policy/fold-name.ts';

/**
 * A record that was merged into another one stays, and with it its history, but it is in no list:
 * `merged_into` says into which. Its words, addresses and numbers are in its history alone, so that
 * nothing finds it by them; `present_member` is for whoever looks for members in any other way.
 * A record that others were merged into cannot be deleted before them: their chain would be left
 * without the bodies that it proves.
 *
 * Neither the queue of registrations nor the numbers of all of them count it, and no rule for how long
 * data are kept is about it by itself: what it has goes with the record that is kept. These indexes
 * have `merged_into` although it is NULL in all of them: else each record would be read to know so.
 *
 * `told_apart` has the pairs of which somebody said that they are two people.
 *
 * Old and new kanji are one in a search from now on: the words of those who were there before are
 * folded here, each character to the one that stands for its kind.
 */
export const duplicates = `
ALTER TABLE member ADD COLUMN merged_into INTEGER REFERENCES member (id);
CREATE INDEX member_merged ON member (merged_into) WHERE merged_into IS NOT NULL;
DROP INDEX member_order;
CREATE INDEX member_order ON member (sort_key, id) WHERE merged_into IS NULL;
DROP INDEX member_queue;
CREATE INDEX member_queue ON member (status, added_at, id) WHERE merged_into IS NULL;
DROP INDEX member_numbers;
CREATE INDEX member_numbers ON member (added_at, id, status, decided_at, merged_into)
  WHERE merged_into IS NULL;
DROP INDEX member_retention;
CREATE INDEX member_retention ON member (status, status_since, id, kept_fields, merged_into)
  WHERE merged_into IS NULL;
DROP TRIGGER member_count_delete;
CREATE TRIGGER member_count_delete AFTER DELETE ON member WHEN OLD.merged_into IS NULL BEGIN
  UPDATE member_count SET total = total - 1 WHERE status = OLD.status;
END;
DROP TRIGGER member_count_update;
CREATE TRIGGER member_count_update AFTER UPDATE OF status, merged_into ON member
  WHEN NEW.status <> OLD.status OR NEW.merged_into IS NOT OLD.merged_into BEGIN
  UPDATE member_count SET total = total - 1
    WHERE status = OLD.status AND OLD.merged_into IS NULL;
  INSERT INTO member_count SELECT NEW.status, 1 WHERE NEW.merged_into IS NULL
    ON CONFLICT (status) DO UPDATE SET total = total + 1;
END;
CREATE VIEW present_member AS SELECT * FROM member WHERE merged_into IS NULL;

CREATE TABLE told_apart (
  low INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  high INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  PRIMARY KEY (low, high),
  CHECK (low < high)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_apart_high ON told_apart (high);

${[...nameForms].map(foldOne).join('\n')}
`;

/** Few records have one of them, and what has none stays untouched. */
function foldOne([old, form]: readonly [string, string]): string {
  return `UPDATE member SET words = replace(words, '${old}', '${form}') WHERE instr(words, '${old}');`;
}
