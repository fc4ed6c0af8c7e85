/** Searches that staff keep in the sidebar, as they were typed. */
export const savedSearches = `
CREATE TABLE saved_search (
  id INTEGER PRIMARY KEY,
  query TEXT NOT NULL UNIQUE,
  sort TEXT NOT NULL CHECK (sort IN ('newest', 'relevance'))
) STRICT;
`;
