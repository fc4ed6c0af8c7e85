import { assertNever } from '../../../../shared/assert-never.ts';
import type { AppError } from '../../../../shared/errors.ts';
import { sameAddress } from '../../../../shared/model/participant.ts';
import type { SendOutcome } from '../../mail/smtp/send-message.ts';
import {
  endWaitsBeyond,
  findDueMail,
  moveOutboxItem,
  type OutboxMail,
} from '../../store/outbox-items.ts';
import { judgeMail } from './judge-mail.ts';
import type { OutboxDependencies } from './outbox-dependencies.ts';
import { recordOutcome } from './record-outcome.ts';

/** Waits before the second, third … try, in milliseconds; the last one repeats. */
const retryWaits = [30_000, 2 * 60_000, 10 * 60_000, 60 * 60_000] as const;

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
  const now = deps.clock.now();
  endWaitsBeyond(deps.db, now + Math.max(...retryWaits), now);
  while (!signal.aborted) {
    const mail = findDueMail(deps.db, deps.clock.now());
    const account = deps.account();
    if (mail === null || account === null) return;
    // Written under another address of the section's: the server would refuse it, or worse, not.
    if (!sameAddress(mail.mailFrom, account.senderAddress)) {
      fail(deps, mail, 'queued', { code: 'sender-changed' });
      deps.changed();
      continue;
    }
    // The guard once more: since it was queued an administrator may have withdrawn a domain.
    const refusal = judgeMail(deps.db, mail);
    if (refusal !== null) {
      fail(deps, mail, 'queued', refusal);
      deps.changed();
      continue;
    }
    if (!takeToSend(deps, mail, account.smtp.host)) continue;
    deps.changed();
    const envelope = { mailFrom: mail.mailFrom, rcptTo: mail.rcptTo };
    const outcome = await deps.send(account.smtp, envelope, mail.raw, signal);
    deps.log('outbox.outcome', { item: mail.id, outcome: outcome.kind });
    settle(() => writeOutcome(deps, mail, outcome));
    deps.changed();
  }
}

/** The move and its entry are one: nothing leaves without a record. */
function takeToSend({ db, ledger }: OutboxDependencies, mail: OutboxMail, server: string): boolean {
  return ledger.write((record) => {
    const move = { from: ['queued'], to: 'sending', countAttempt: true } as const;
    if (!moveOutboxItem(db, mail.id, move)) return false;
    record({
      kind: 'mail',
      // Whoever wrote it, not whoever is signed in when its time has come.
      by: mail.staffId === null ? null : { id: mail.staffId, name: mail.staffName },
      target: mail.rcptTo.join(', '),
      conversationId: mail.conversationId,
      messageId: mail.messageId,
      outboxItemId: mail.id,
      detail: { mailFrom: mail.mailFrom, server },
    });
    return true;
  });
}

function writeOutcome(deps: OutboxDependencies, mail: OutboxMail, outcome: SendOutcome): void {
  const from = ['sending'] as const;
  deps.ledger.write((record) => {
    switch (outcome.kind) {
      case 'accepted':
        moveOutboxItem(deps.db, mail.id, { from, to: 'sent' });
        return;
      case 'uncertain':
        moveOutboxItem(deps.db, mail.id, { from, to: 'uncertain', error: outcome.error });
        recordOutcome(deps.db, record, mail, 'uncertain');
        return;
      case 'cancelled':
        moveOutboxItem(deps.db, mail.id, { from, to: 'queued', retryAt: deps.clock.now() });
        recordOutcome(deps.db, record, mail, 'not-done');
        return;
      case 'refused':
        refuse(deps, mail, outcome.permanent, outcome.error);
        // A server that could not be reached has refused nothing.
        recordOutcome(
          deps.db,
          record,
          mail,
          outcome.error.code === 'server-refused' ? 'refused' : 'not-done',
        );
        return;
      default:
        assertNever(outcome);
    }
  });
}

function refuse(
  deps: OutboxDependencies,
  mail: OutboxMail,
  permanent: boolean,
  error: AppError,
): void {
  // A refused login will be refused again, and too many close the account: staff must act.
  if (permanent || error.code === 'login-failed' || error.code.startsWith('certificate-')) {
    fail(deps, mail, 'sending', error);
    return;
  }
  const wait = retryWaits[Math.min(mail.attempts, retryWaits.length - 1)] ?? 0;
  const retryAt = deps.clock.now() + wait;
  moveOutboxItem(deps.db, mail.id, { from: ['sending'], to: 'queued', error, retryAt });
}

function fail(
  { db }: OutboxDependencies,
  { id }: OutboxMail,
  from: 'queued' | 'sending',
  error: AppError,
): void {
  moveOutboxItem(db, id, { from: [from], to: 'failed', error });
}
