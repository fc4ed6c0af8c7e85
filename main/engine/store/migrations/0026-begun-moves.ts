/**
 * A copy that was asked for and not heard of is looked for among what came to the target since: another
 * letter with the same Message-ID is not it, and must not cost the first one. Before, there was just a
 * mark that one may be there.
 */
export const begunMoves = `
ALTER TABLE move_action DROP COLUMN is_begun;
ALTER TABLE move_action ADD COLUMN begun_uid_next INTEGER;
ALTER TABLE move_action ADD COLUMN begun_uid_validity TEXT;
`;
