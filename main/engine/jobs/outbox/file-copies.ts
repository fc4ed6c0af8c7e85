import type { ImapFlow } from 'imapflow';
import { fileSentCopy } from '../../mail/imap/file-sent-copy.ts';
import { findMailToFile } from '../../store/outbox-items.ts';
import { markCopied } from '../../store/outbox-moves.ts';
import type { OutboxDependencies } from './outbox-dependencies.ts';

/** Files the copies of what was sent. False when one is not there yet that the server files itself. */
export async function fileCopies(
  deps: OutboxDependencies,
  client: ImapFlow,
  smtpHost: string,
): Promise<boolean> {
  let areAllFiled = true;
  for (const mail of findMailToFile(deps.db)) {
    if (await fileSentCopy(client, { ...mail, sentAt: mail.createdAt }, smtpHost)) {
      markCopied(deps.db, mail.id);
      deps.changed();
    } else areAllFiled = false;
  }
  return areAllFiled;
}
