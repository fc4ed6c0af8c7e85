import { errorKind } from '../../error-kind.ts';
import { fileSentCopy, isInSent } from '../../mail/imap/file-sent-copy.ts';
import { findMailToFile, markFiled } from '../../store/outbox-items.ts';
import type { OutboxDependencies } from './outbox-dependencies.ts';
import { recordOutcome } from './record-outcome.ts';

/**
 * Files the copies of what was sent, and looks in Sent for what is uncertain: a server that files by
 * itself has it there if it left. False when something is still to be filed.
 */
export async function fileCopies(deps: OutboxDependencies): Promise<boolean> {
  const sent = findMailToFile(deps.db, 'sent');
  const uncertain = findMailToFile(deps.db, 'uncertain');
  const account = deps.account();
  if (sent.length + uncertain.length === 0 || account === null) return true;
  const opened = await deps.openImap(account.imap);
  if (!opened.ok) return false;
  const client = opened.value;
  try {
    for (const mail of sent) {
      await fileSentCopy(client, { ...mail, sentAt: mail.createdAt });
      markFiled(deps.db, mail.id);
      deps.changed();
    }
    for (const mail of uncertain) {
      if (!(await isInSent(client, mail.headerMessageId))) continue;
      deps.ledger.write((record) => {
        markFiled(deps.db, mail.id);
        recordOutcome(deps.db, record, mail, 'found-sent');
      });
      deps.changed();
    }
    return true;
  } catch (error) {
    // It stays unfiled in the store and is tried again; the sync shows what is wrong with the line.
    deps.log('outbox.filing-failed', errorKind(error));
    return false;
  } finally {
    await client.logout().catch(() => client.close());
  }
}
