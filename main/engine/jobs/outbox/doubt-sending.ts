import { findOutboxItem } from '../../store/outbox-items.ts';
import { markSendingUncertain } from '../../store/outbox-moves.ts';
import type { OutboxDependencies } from './outbox-dependencies.ts';
import { recordOutcome } from './record-outcome.ts';

/** The app ended while these were with the server. Whether there were any. */
export function doubtSending({ db, ledger, clock }: OutboxDependencies): boolean {
  return ledger.write((record) => {
    const doubted = markSendingUncertain(db, clock.now());
    for (const id of doubted) {
      const item = findOutboxItem(db, id);
      if (item !== null) recordOutcome(db, record, item, 'uncertain');
    }
    return doubted.length > 0;
  });
}
