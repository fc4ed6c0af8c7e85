/**
 * Which of the edited replies are known for versions of our copies, by our Message-ID or our name for
 * them. Others may be letters that another program began: they are never taken out of Drafts.
 */
export const recognisedDrafts = `
ALTER TABLE edited_draft ADD COLUMN is_ours INTEGER NOT NULL DEFAULT 0;
UPDATE edited_draft SET state = 'left' WHERE state = 'settled';
`;
