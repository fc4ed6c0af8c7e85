import type { AppError } from '../../../../shared/errors.ts';
import type { ChainDetail } from '../../../../shared/model/chain-entry.ts';
import { sameAddress } from '../../../../shared/model/participant.ts';
import { isLockedOut } from '../../mail/connection-error.ts';
import { sentName } from '../../policy/attachment-name.ts';
import { findQueuedAttachments } from '../../store/draft-attachments.ts';
import { inTransaction } from '../../store/in-transaction.ts';
import { findDueMail, type OutboxMail } from '../../store/outbox-items.ts';
import { endWaitsBeyond, moveOutboxItem } from '../../store/outbox-moves.ts';
import { askAnew } from '../../store/outbox-recipients.ts';
import { judgeMail } from './judge-mail.ts';
import type { OutboxDependencies } from './outbox-dependencies.ts';
import { undoDone } from './undo-done.ts';
import { longestWaits } from './waits.ts';
import { writeOutcome } from './write-outcome.ts';

/**
 * Sends every item whose time has come, each state committed before the next step is taken. What
 * became of one is handed to `settle` to be written down: should the disk refuse that, nobody else
 * knows it.
 */
export async function sendDue(
  deps: OutboxDependencies,
  signal: AbortSignal,
  settle: (write: () => void) => void,
): Promise<void> {
  endWaitsBeyond(deps.db, longestWaits, deps.clock.now());
  /** A login that was refused is refused to the next letter too, and too many close the account. */
  let barred: AppError | null = null;
  while (!signal.aborted) {
    const mail = findDueMail(deps.db, deps.clock.now());
    const account = deps.account();
    if (mail === null || account === null) return;
    // Written under another address of the section's: the server would refuse it, or worse, not.
    if (!sameAddress(mail.mailFrom, account.senderAddress)) {
      keepHere(deps, mail, { code: 'sender-changed' });
      continue;
    }
    // The guard once more: since it was queued an administrator may have withdrawn a domain.
    const refusal: AppError | null = judgeMail(deps, mail) ?? barred;
    if (refusal !== null) {
      keepHere(deps, mail, refusal);
      continue;
    }
    if (!takeToSend(deps, mail, account.smtp.host)) continue;
    const envelope = { mailFrom: mail.mailFrom, rcptTo: mail.rcptTo };
    const sending = deps.sender.send(account.smtp, envelope, mail.raw, signal);
    deps.changed();
    const outcome = await sending;
    deps.log('outbox.outcome', { item: mail.id, outcome: outcome.kind });
    settle(() => writeOutcome(deps, mail, outcome));
    if (outcome.kind === 'refused' && isLockedOut(outcome.error)) barred = outcome.error;
    deps.changed();
  }
}

function keepHere({ db, clock, changed }: OutboxDependencies, mail: OutboxMail, error: AppError) {
  inTransaction(db, () => {
    moveOutboxItem(db, mail.id, { from: ['queued', 'waiting'], to: 'failed', error });
    undoDone(db, mail, { actor: null, at: clock.now() });
  });
  changed();
}

/** The move and its entry are one: nothing leaves without a record. */
function takeToSend({ db, ledger }: OutboxDependencies, mail: OutboxMail, server: string): boolean {
  return ledger.write((record) => {
    const move = { from: ['queued', 'waiting'], to: 'sending', countAttempt: true } as const;
    if (!moveOutboxItem(db, mail.id, move)) return false;
    askAnew(db, mail.id);
    record({
      kind: 'mail',
      // Whoever wrote it, not whoever is signed in when its time has come.
      by: mail.staffId === null ? null : { id: mail.staffId, name: mail.staffName },
      target: mail.rcptTo.join(', '),
      conversationId: mail.conversationId,
      messageId: mail.messageId,
      outboxItemId: mail.id,
      detail: { mailFrom: mail.mailFrom, server, ...filesOf(db, mail) },
    });
    return true;
  });
}

function filesOf(
  db: OutboxDependencies['db'],
  { id }: OutboxMail,
): Pick<ChainDetail, 'attachments'> {
  const files = findQueuedAttachments(db, id);
  if (files.length === 0) return {};
  return { attachments: files.map((file) => ({ name: sentName(file), size: file.size })) };
}
