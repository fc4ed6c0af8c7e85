import type { FolderId } from '../../../shared/ids.ts';
import { type FolderRole, type FolderSummary, folderRoles } from '../../../shared/model/folder.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

type Row = {
  readonly id: FolderId;
  readonly role: FolderRole;
  readonly path: string;
  readonly delimiter: string | null;
  readonly isSynced: number;
  readonly unreadCount: number;
};

/** All folders of the account, by part and then by name. */
export function listFolders(db: SectionDatabase): FolderSummary[] {
  const rows = statement<Row>(
    db,
    `SELECT id, role, path, delimiter, is_synced AS isSynced,
       (SELECT count(*) FROM folder_message fm WHERE fm.folder_id = f.id AND fm.seen = 0)
         AS unreadCount
     FROM folder f WHERE is_on_server = 1 OR is_synced = 1`,
  ).all();
  const names = new Intl.Collator(['ja', 'en'], { numeric: true });
  return rows
    .sort(
      (a, b) =>
        folderRoles.indexOf(a.role) - folderRoles.indexOf(b.role) || names.compare(a.path, b.path),
    )
    .map(({ path, delimiter, isSynced, ...folder }) => ({
      ...folder,
      names: delimiter === null ? [path] : path.split(delimiter),
      isSynced: isSynced === 1,
    }));
}
