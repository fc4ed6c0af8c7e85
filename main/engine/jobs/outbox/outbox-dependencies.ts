import type { ImapFlow } from 'imapflow';
import type { Result } from '../../../../shared/errors.ts';
import type { SectionId } from '../../../../shared/model/section.ts';
import type { Clock } from '../../clock.ts';
import type { Ledger, RecordEntry } from '../../ledger/ledger.ts';
import type { Log } from '../../log.ts';
import type { Account, ServerLogin } from '../../mail/account.ts';
import type { SmtpSender } from '../../mail/smtp/smtp-sender.ts';
import type { SectionDatabase } from '../../store/open-database.ts';

/** What one section's outbox works with. */
export type OutboxDependencies = {
  readonly sectionId: SectionId;
  readonly db: SectionDatabase;
  readonly ledger: Ledger;
  readonly account: () => Account | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly sender: SmtpSender;
  readonly openImap: (server: ServerLogin, signal: AbortSignal) => Promise<Result<ImapFlow>>;
  readonly changed: () => void;
  /**
   * The letter about a registration with this Message-ID was called back: what it told of is not so.
   * Within the transaction of the call.
   */
  readonly undoDecision: (record: RecordEntry, headerMessageId: string) => void;
};
