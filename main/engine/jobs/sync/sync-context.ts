import type { ConversationId } from '../../../../shared/ids.ts';
import type { Clock } from '../../clock.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Log } from '../../log.ts';
import type { MimePool } from '../../mail/mime/worker-pool.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import type { CheckpointJob } from '../checkpoint/checkpoint-job.ts';

/** What every part of one section's sync works with. */
export type SyncContext = {
  readonly db: SectionDatabase;
  readonly ledger: Ledger;
  readonly mime: MimePool;
  readonly clock: Clock;
  readonly log: Log;
  /** The section's own address, lower case. */
  readonly ownAddress: string;
  readonly progress: (done: number, total: number) => void;
  /** Messages were deleted from the store. */
  readonly deleted: () => void;
  /** Long work in slices, of which none is held up by copying the write-ahead log. */
  readonly whileWriting: CheckpointJob['whileWriting'];
  readonly changed: (conversationIds: ReadonlySet<ConversationId>) => void;
};
