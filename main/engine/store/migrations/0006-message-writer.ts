/** Whoever has written to a section is answered alone: that is asked for each address as staff type it. */
export const messageWriter = `
CREATE INDEX message_writer ON message (lower(from_address)) WHERE direction = 'in';
`;
