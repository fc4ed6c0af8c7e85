/**
 * Every record that a hold keeps, for a `WITH RECURSIVE`. A hold is on a person: on whatever records of
 * them were made one as well.
 */
export const heldMembers = `held (id) AS (
  SELECT member_id FROM member_hold
  UNION SELECT m.merged_into FROM member m JOIN held ON m.id = held.id
    WHERE m.merged_into IS NOT NULL
  UNION SELECT m.id FROM member m JOIN held ON m.merged_into = held.id)`;
