import { assertNever } from '../../../../shared/assert-never.ts';
import type { AppError } from '../../../../shared/errors.ts';
import type { OutboxState } from '../../../../shared/model/outbox-item.ts';
import type { RecordEntry } from '../../ledger/ledger.ts';
import { isLockedOut } from '../../mail/connection-error.ts';
import type { SendOutcome } from '../../mail/smtp/send-message.ts';
import type { OutboxMail } from '../../store/outbox-items.ts';
import { endIfDone, moveOutboxItem } from '../../store/outbox-moves.ts';
import {
  acceptRecipients,
  countRecipients,
  moveRecipients,
  refuseRecipients,
} from '../../store/outbox-recipients.ts';
import type { OutboxDependencies } from './outbox-dependencies.ts';
import { recordOutcome } from './record-outcome.ts';
import { undoDone } from './undo-done.ts';
import { retryWait } from './waits.ts';

const from = ['sending'] as const;

/** Writes down what became of a letter that was handed to a server, for each of its recipients. */
export function writeOutcome(
  deps: OutboxDependencies,
  mail: OutboxMail,
  outcome: SendOutcome,
): void {
  const { db, clock } = deps;
  deps.ledger.write((record) => {
    switch (outcome.kind) {
      case 'accepted':
        refuseRecipients(db, mail.id, outcome.refusals);
        acceptRecipients(db, mail.id);
        recordRefusals(deps, record, mail, outcome.refusals);
        concludeAccepted(deps, mail, from);
        return;
      case 'uncertain':
        refuseRecipients(db, mail.id, outcome.refusals);
        moveOutboxItem(db, mail.id, {
          from,
          to: 'uncertain',
          error: outcome.error,
          doubtedAt: clock.now(),
        });
        recordRefusals(deps, record, mail, outcome.refusals);
        recordOutcome(db, record, mail, 'uncertain');
        return;
      case 'cancelled':
        moveOutboxItem(db, mail.id, { from, to: 'queued', retryAt: clock.now() });
        recordOutcome(db, record, mail, 'not-done');
        return;
      case 'refused':
        refuseRecipients(db, mail.id, outcome.refusals);
        refuse(deps, mail, outcome.isPermanent, outcome.error);
        // A server that could not be reached has refused nothing.
        recordOutcome(db, record, mail, outcome.byServer ? 'refused' : 'not-done');
        return;
      default:
        assertNever(outcome);
    }
  });
}

/** Who has it is settled for some at least: it is at its end, or goes on for the others alone. */
export function concludeAccepted(
  { db, clock }: OutboxDependencies,
  mail: Pick<OutboxMail, 'id' | 'attempts' | 'conversationId'>,
  states: readonly OutboxState[],
): void {
  const { waiting, refused } = countRecipients(db, mail.id);
  if (waiting > 0) {
    const retryAt = clock.now() + retryWait(mail.attempts);
    const error: AppError = { code: 'letter-deferred' };
    moveOutboxItem(db, mail.id, { from: states, to: 'queued', error, retryAt });
    return;
  }
  const error: AppError | null = refused > 0 ? { code: 'recipients-refused' } : null;
  moveOutboxItem(db, mail.id, { from: states, to: error === null ? 'sent' : 'failed', error });
  if (error !== null) undoDone(db, mail, { actor: null, at: clock.now() });
  endIfDone(db, mail.id);
}

function refuse(
  { db, clock }: OutboxDependencies,
  mail: OutboxMail,
  isPermanent: boolean,
  error: AppError,
): void {
  if (isPermanent || needsStaff(error)) {
    const { accepted } = countRecipients(db, mail.id);
    moveRecipients(db, mail.id, 'waiting', 'refused');
    const said: AppError = accepted > 0 ? { ...error, code: 'recipients-refused' } : error;
    moveOutboxItem(db, mail.id, { from, to: 'failed', error: said });
    undoDone(db, mail, { actor: null, at: clock.now() });
    return;
  }
  const retryAt = clock.now() + retryWait(mail.attempts);
  moveOutboxItem(db, mail.id, { from, to: 'queued', error, retryAt });
}

/** A refused login will be refused again, and too many close the account: staff must act. */
function needsStaff(error: AppError): boolean {
  const { code } = error;
  return (
    isLockedOut(error) ||
    code === 'permission-denied' ||
    code === 'starttls-missing' ||
    code.startsWith('certificate-')
  );
}

/** The entry of the sending names everybody: this one tells for whom it was not so. */
function recordRefusals(
  { db }: OutboxDependencies,
  record: RecordEntry,
  mail: OutboxMail,
  refusals: readonly { readonly address: string }[],
): void {
  if (refusals.length === 0) return;
  const recipient = refusals.map(({ address }) => address).join(', ');
  recordOutcome(db, record, { ...mail, recipient }, 'refused');
}
