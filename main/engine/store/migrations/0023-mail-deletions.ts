/**
 * Mail that is deleted here and is to be deleted on the server.
 *
 * It is known by its bytes: under another UID, in another folder or after a restore it is the same
 * mail, and is never stored again. `deletion_place` is where the server has it as far as is known;
 * `is_gone` says that no folder has it any more, which the chain has told then.
 */
export const mailDeletions = `
CREATE TABLE deleted_mail (
  content_hash BLOB PRIMARY KEY CHECK (length(content_hash) = 32),
  erasure_id INTEGER NOT NULL REFERENCES erasure (id),
  is_gone INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX deleted_mail_waiting ON deleted_mail (erasure_id) WHERE is_gone = 0;

CREATE TABLE deletion_place (
  folder_id INTEGER NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
  uid INTEGER NOT NULL,
  content_hash BLOB NOT NULL REFERENCES deleted_mail (content_hash),
  PRIMARY KEY (folder_id, uid)
) STRICT, WITHOUT ROWID;
CREATE INDEX deletion_place_mail ON deletion_place (content_hash);

CREATE INDEX chain_entry_mails ON chain_entry (sequence) WHERE kind = 'mails-deleted';
`;
