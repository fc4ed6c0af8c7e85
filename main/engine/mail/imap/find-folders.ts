import type { ListResponse } from 'imapflow';

/** Names of Sent where the server does not say which folder it is (RFC 6154), folded to lower case. */
const sentNames = new Set([
  'sent',
  'sent items',
  'sent messages',
  'sent mail',
  '送信済み',
  '送信済みメール',
  '送信済みアイテム',
  '送信控え',
]);

export type MailFolders = {
  readonly inbox: string;
  /** Null when the account has none yet. */
  readonly sent: string | null;
};

/** Which folders play the parts that the app knows. INBOX always exists (RFC 9051 5.1). */
export function findFolders(listed: readonly ListResponse[]): MailFolders {
  const usable = listed.filter(
    ({ flags }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent'),
  );
  const inbox = usable.find(({ path }) => path.toUpperCase() === 'INBOX');
  const sent =
    usable.find(({ specialUse }) => specialUse === '\\Sent') ??
    usable.find(({ name }) => sentNames.has(name.normalize('NFKC').toLowerCase()));
  return { inbox: inbox?.path ?? 'INBOX', sent: sent?.path ?? null };
}
