import type { ImapFlow } from 'imapflow';
import type { Result } from '../../../../shared/errors.ts';
import type { Clock } from '../../clock.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Log } from '../../log.ts';
import type { Account, ServerLogin } from '../../mail/account.ts';
import type { SmtpSender } from '../../mail/smtp/smtp-sender.ts';
import type { SectionDatabase } from '../../store/open-database.ts';

/** What one section's outbox works with. */
export type OutboxDependencies = {
  readonly db: SectionDatabase;
  readonly ledger: Ledger;
  readonly account: () => Account | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly sender: SmtpSender;
  readonly openImap: (server: ServerLogin, signal: AbortSignal) => Promise<Result<ImapFlow>>;
  readonly changed: () => void;
};
