/** A quote too long for the text is no part of it: only the line that introduces it is kept. */
export const foldedQuote = `
ALTER TABLE draft ADD COLUMN quote TEXT;
ALTER TABLE outbox_item ADD COLUMN quote TEXT;
`;
