/**
 * How many messages of a folder are here, kept beside it: asked at every look at the server, and
 * counting 100,000 places means decrypting every page that they are on. By triggers, so that no way
 * in or out is forgotten.
 */
export const folderCounts = `
ALTER TABLE folder ADD COLUMN message_count INTEGER NOT NULL DEFAULT 0;
UPDATE folder SET message_count =
  (SELECT count(*) FROM folder_message fm WHERE fm.folder_id = folder.id);
CREATE TRIGGER folder_message_counted AFTER INSERT ON folder_message
  BEGIN UPDATE folder SET message_count = message_count + 1 WHERE id = NEW.folder_id; END;
CREATE TRIGGER folder_message_uncounted AFTER DELETE ON folder_message
  BEGIN UPDATE folder SET message_count = message_count - 1 WHERE id = OLD.folder_id; END;
`;
