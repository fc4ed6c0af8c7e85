import type { ImapFlow } from 'imapflow';
import { findOnServer } from '../../mail/imap/find-on-server.ts';
import { findDoubtfulMail, findOutboxItem, type OutboxMail } from '../../store/outbox-items.ts';
import { markCopied, saveLook } from '../../store/outbox-moves.ts';
import { acceptRecipients, countRecipients } from '../../store/outbox-recipients.ts';
import type { OutboxDependencies } from './outbox-dependencies.ts';
import { recordOutcome } from './record-outcome.ts';
import { concludeAccepted } from './write-outcome.ts';

/**
 * A server that files what it sends may need a moment to: a look that finds nothing counts this much
 * later than the doubt began, in milliseconds.
 */
const filingMoment = 30_000;

/** When a look at it that finds nothing counts; in ms since the epoch. */
function countsFrom({ doubtedAt }: OutboxMail): number {
  return (doubtedAt ?? 0) + filingMoment;
}

/** In milliseconds. A doubt that began while the clock ran ahead has waited long enough. */
function waitFor(mail: OutboxMail, now: number): number {
  const wait = countsFrom(mail) - now;
  return wait > filingMoment ? 0 : Math.max(0, wait);
}

/** How long until the next look that counts, in milliseconds; null when each has had one. */
export function untilNextLook(db: OutboxDependencies['db'], now: number): number | null {
  const times = findDoubtfulMail(db)
    .filter(({ isLookedFor }) => !isLookedFor)
    .map((mail) => waitFor(mail, now));
  return times.length === 0 ? null : Math.min(...times);
}

/** Looks for each letter that may have left: it has, if it is there. */
export async function lookForDoubtful(deps: OutboxDependencies, client: ImapFlow): Promise<void> {
  const { db, clock } = deps;
  for (const mail of findDoubtfulMail(db)) {
    const at = clock.now();
    // Once somebody has it a copy is there, whoever else got it or not: no look can tell.
    if (countRecipients(db, mail.id).accepted > 0) {
      saveLook(db, mail.id, { at, folders: [] });
      deps.changed();
      continue;
    }
    const look = await findOnServer(client, mail.headerMessageId);
    if (look.foundIn === null) {
      if (waitFor(mail, at) > 0) continue;
      saveLook(db, mail.id, { at, folders: [...look.folders] });
    } else {
      deps.ledger.write((record) => {
        // Staff may have decided meanwhile.
        if (findOutboxItem(db, mail.id)?.state !== 'uncertain') return;
        acceptRecipients(db, mail.id);
        concludeAccepted(deps, mail, ['uncertain']);
        if (look.isCopy) markCopied(db, mail.id);
        recordOutcome(db, record, mail, 'found-sent');
      });
    }
    deps.changed();
  }
}
