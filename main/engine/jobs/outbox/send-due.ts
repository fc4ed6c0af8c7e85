import { assertNever } from '../../../../shared/assert-never.ts';
import type { AppError } from '../../../../shared/errors.ts';
import { findDueMail, moveOutboxItem, type OutboxMail } from '../../store/outbox-items.ts';
import type { OutboxDependencies } from './outbox-dependencies.ts';

/** Waits before the second, third … try, in milliseconds; the last one repeats. */
const retryWaits = [30_000, 2 * 60_000, 10 * 60_000, 60 * 60_000] as const;

/** Sends every item whose time has come, each state committed before the next step is taken. */
export async function sendDue(deps: OutboxDependencies, stopped: () => boolean): Promise<void> {
  while (!stopped()) {
    const mail = findDueMail(deps.db, deps.clock.now());
    const account = deps.account();
    if (mail === null || account === null) return;
    if (
      !moveOutboxItem(deps.db, mail.id, { from: ['queued'], to: 'sending', countAttempt: true })
    ) {
      continue;
    }
    deps.changed();
    const envelope = { mailFrom: mail.mailFrom, rcptTo: mail.recipient };
    const outcome = await deps.send(account.smtp, envelope, mail.raw);
    deps.log('outbox.outcome', { item: mail.id, outcome: outcome.kind });
    switch (outcome.kind) {
      case 'accepted':
        moveOutboxItem(deps.db, mail.id, { from: ['sending'], to: 'sent' });
        break;
      case 'uncertain':
        moveOutboxItem(deps.db, mail.id, {
          from: ['sending'],
          to: 'uncertain',
          error: outcome.error,
        });
        break;
      case 'refused':
        refuse(deps, mail, outcome.permanent, outcome.error);
        break;
      default:
        assertNever(outcome);
    }
    deps.changed();
  }
}

function refuse(
  { db, clock }: OutboxDependencies,
  mail: OutboxMail,
  permanent: boolean,
  error: AppError,
): void {
  // A refused login will be refused again, and too many close the account: staff must act.
  if (permanent || error.code === 'login-failed' || error.code.startsWith('certificate-')) {
    moveOutboxItem(db, mail.id, { from: ['sending'], to: 'failed', error });
    return;
  }
  const wait = retryWaits[Math.min(mail.attempts, retryWaits.length - 1)] ?? 0;
  const retryAt = clock.now() + wait;
  moveOutboxItem(db, mail.id, { from: ['sending'], to: 'queued', error, retryAt });
}
