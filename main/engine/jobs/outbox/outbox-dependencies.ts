import type { ImapFlow } from 'imapflow';
import type { Result } from '../../../../shared/errors.ts';
import type { Clock } from '../../clock.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Log } from '../../log.ts';
import type { Account, ServerLogin } from '../../mail/account.ts';
import type { Envelope, SendOutcome } from '../../mail/smtp/send-message.ts';
import type { SectionDatabase } from '../../store/open-database.ts';

/** What one section's outbox works with. */
export type OutboxDependencies = {
  readonly db: SectionDatabase;
  readonly ledger: Ledger;
  readonly account: () => Account | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly send: (
    server: ServerLogin,
    envelope: Envelope,
    raw: Buffer,
    signal: AbortSignal,
  ) => Promise<SendOutcome>;
  readonly openImap: (server: ServerLogin) => Promise<Result<ImapFlow>>;
  readonly changed: () => void;
};
