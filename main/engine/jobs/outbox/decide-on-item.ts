import { assertNever } from '../../../../shared/assert-never.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';
import type { OutboxItem, Schedule } from '../../../../shared/model/outbox-item.ts';
import type { RecordEntry } from '../../ledger/ledger.ts';
import { endIfDone, moveOutboxItem } from '../../store/outbox-moves.ts';
import {
  acceptRecipients,
  countRecipients,
  moveRecipients,
} from '../../store/outbox-recipients.ts';
import type { OutboxDependencies } from './outbox-dependencies.ts';
import { recordOutcome } from './record-outcome.ts';
import { redoDone } from './redo-done.ts';
import { concludeAccepted } from './write-outcome.ts';

/** What staff decide about a letter on its way. */
export type DecidingOnItem =
  | { readonly kind: 'send-now' | 'dismiss' | 'was-sent' | 'send-again' }
  | { readonly kind: 'reschedule'; readonly schedule: Schedule };

/** Null when it is done, else why it cannot be, and then nothing has changed. */
export function decideOnItem(
  deps: OutboxDependencies,
  item: OutboxItem,
  decision: DecidingOnItem,
): ErrorCode | null {
  return deps.ledger.write((record) => decide(deps, record, item, decision));
}

function decide(
  deps: OutboxDependencies,
  record: RecordEntry,
  item: OutboxItem,
  decision: DecidingOnItem,
): ErrorCode | null {
  const { db, clock, ledger } = deps;
  const { id } = item;
  const { accepted } = countRecipients(db, id);
  const changed = (isMoved: boolean) => (isMoved ? null : 'outbox-state-changed');
  const sendAgain = () => {
    // Only those who do not have it are asked for again.
    moveRecipients(db, id, 'refused', 'waiting');
    redoDone(db, item, { actor: ledger.staff(), at: clock.now() });
  };
  switch (decision.kind) {
    case 'send-now': {
      const from = ['failed', 'queued', 'waiting'] as const;
      const isMoved = moveOutboxItem(db, id, { from, to: 'queued', retryAt: clock.now() });
      if (isMoved) sendAgain();
      return changed(isMoved);
    }
    case 'reschedule': {
      const { at, zone } = decision.schedule;
      if (at <= clock.now()) return 'schedule-passed';
      if (accepted > 0) return 'outbox-state-changed';
      const isMoved = moveOutboxItem(db, id, {
        from: ['failed', 'queued', 'waiting'],
        to: 'waiting',
        wait: { for: 'schedule', until: at, zone },
      });
      if (isMoved) sendAgain();
      return changed(isMoved);
    }
    case 'dismiss': {
      if (accepted === 0) return 'outbox-state-changed';
      const isMoved = moveOutboxItem(db, id, { from: ['failed', 'queued'], to: 'sent' });
      if (isMoved) {
        moveRecipients(db, id, 'waiting', 'refused');
        endIfDone(db, id);
      }
      return changed(isMoved);
    }
    case 'was-sent': {
      if (item.state !== 'uncertain') return 'outbox-state-changed';
      acceptRecipients(db, id);
      concludeAccepted(deps, item, ['uncertain']);
      recordOutcome(db, record, item, 'settled-sent', ledger.staff());
      return null;
    }
    case 'send-again': {
      if (item.state !== 'uncertain') return 'outbox-state-changed';
      // A look must have been made that could have found it.
      if (item.looked === null) return 'not-looked-yet';
      moveOutboxItem(db, id, { from: ['uncertain'], to: 'queued', retryAt: clock.now() });
      recordOutcome(db, record, item, 'settled-again', ledger.staff());
      return null;
    }
    default:
      return assertNever(decision);
  }
}
