import type { ListResponse } from 'imapflow';
import type { FolderRole } from '../../../../shared/model/folder.ts';

/** RFC 6154, as the server says or as imapflow knows a folder by its name in many languages. */
const roles: Readonly<Record<string, FolderRole>> = {
  '\\Inbox': 'inbox',
  '\\Sent': 'sent',
  '\\Drafts': 'drafts',
  '\\Archive': 'archive',
  '\\Junk': 'junk',
  '\\Trash': 'trash',
};

/** Names that imapflow does not know, folded by NFKC and to lower case. */
const names: ReadonlyMap<string, FolderRole> = new Map([
  ['sent mail', 'sent'],
  ['送信控え', 'sent'],
  ['下書きトレイ', 'drafts'],
  ['ドラフト', 'drafts'],
  ['保管', 'archive'],
  ['保存済み', 'archive'],
  ['スパム', 'junk'],
  ['迷惑メールフォルダ', 'junk'],
  ['迷惑メールフォルダー', 'junk'],
  ['削除済み', 'trash'],
  ['削除済みアイテム', 'trash'],
  ['削除済みメール', 'trash'],
  ['ごみ箱', 'trash'],
]);

/** A folder that can be opened, and the part that it plays. No two play the same one. */
export type FoundFolder = {
  readonly path: string;
  readonly role: FolderRole;
  /** Null where names have no levels. */
  readonly delimiter: string | null;
  /** Synced unless staff say otherwise. */
  readonly isWanted: boolean;
  readonly listed: ListResponse;
};

/**
 * The folders of an account that can be opened. Wanted are those that play a part, and the others that
 * are subscribed, or all where the account subscribes to none. A folder that only shows mail of the
 * others again (RFC 6154 2, \All and \Flagged) is not; without an archive, \All is the archive.
 */
export function findFolders(listed: readonly ListResponse[]): readonly FoundFolder[] {
  const usable = listed.filter(
    ({ flags }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent'),
  );
  const taken = new Map<FolderRole, ListResponse>();
  const take = (folder: ListResponse, role: FolderRole | undefined): void => {
    if (role === undefined || taken.has(role) || [...taken.values()].includes(folder)) return;
    taken.set(role, folder);
  };
  for (const folder of usable) if (isInbox(folder)) take(folder, 'inbox');
  for (const folder of usable) take(folder, roles[folder.specialUse ?? '']);
  for (const folder of usable) take(folder, names.get(folder.name.normalize('NFKC').toLowerCase()));
  for (const folder of usable) if (folder.specialUse === '\\All') take(folder, 'archive');
  const roleOf = new Map([...taken].map(([role, { path }]) => [path, role]));
  const subscribesToNone = usable.every((folder) => !folder.subscribed || isInbox(folder));
  return usable.map((folder) => {
    const role = roleOf.get(folder.path) ?? 'other';
    const isAgain = ['\\All', '\\Flagged', '\\Important'].some(
      (use) => folder.specialUse === use || folder.flags.has(use),
    );
    return {
      path: folder.path,
      role,
      delimiter: folder.delimiter || null,
      isWanted: role !== 'other' || (!isAgain && (folder.subscribed || subscribesToNone)),
      listed: folder,
    };
  });
}

function isInbox({ path }: ListResponse): boolean {
  // RFC 9051 5.1: in any case of letters.
  return path.toUpperCase() === 'INBOX';
}

/** Where a part is played; null when no folder does. */
export function findPath(folders: readonly FoundFolder[], role: FolderRole): string | null {
  return folders.find((folder) => folder.role === role)?.path ?? null;
}
