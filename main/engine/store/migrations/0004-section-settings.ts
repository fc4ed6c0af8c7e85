/** How a section answers: one row of JSON, so that a new setting needs no migration. */
export const sectionSettings = `
CREATE TABLE section_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  settings TEXT NOT NULL
) STRICT;
`;
