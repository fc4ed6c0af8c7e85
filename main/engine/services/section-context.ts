import { type Failure, failure } from '../../../shared/errors.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import type { Egress } from '../egress/egress.ts';
import type { BackupJob } from '../jobs/backup/backup-job.ts';
import type { BodyJob } from '../jobs/bodies/body-job.ts';
import type { CheckpointJob } from '../jobs/checkpoint/checkpoint-job.ts';
import type { ExpiryJob } from '../jobs/expiry/expiry-job.ts';
import type { ForgettingJob } from '../jobs/forgetting/forgetting-job.ts';
import type { IntakeJob } from '../jobs/intake/intake-job.ts';
import type { OutboxJob } from '../jobs/outbox/outbox-job.ts';
import type { RetentionJob } from '../jobs/retention/retention-job.ts';
import type { ServerDraftsJob } from '../jobs/server-drafts/server-drafts-job.ts';
import type { SyncJob } from '../jobs/sync/sync-job.ts';
import type { WakingJob } from '../jobs/waking/waking-job.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Connections } from '../mail/connections.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import type { BrowserSignIn } from './browser-sign-in.ts';

/** An open section: its database and the jobs that work on it. */
export type SectionContext = {
  readonly id: SectionId;
  readonly db: SectionDatabase;
  readonly sync: SyncJob;
  readonly outbox: OutboxJob;
  readonly backup: BackupJob;
  readonly forgetting: ForgettingJob;
  readonly checkpoint: CheckpointJob;
  readonly retention: RetentionJob;
  readonly waking: WakingJob;
  readonly serverDrafts: ServerDraftsJob;
  readonly expiry: ExpiryJob;
  readonly bodies: BodyJob;
  readonly intake: IntakeJob;
  readonly egress: Egress;
  readonly connections: Connections;
  readonly browserSignIn: BrowserSignIn;
  /** Records what leaves, and who sees or changes what. */
  readonly ledger: Ledger;
  /** What the signed-in person has before them: recorded as viewed, and not again at each refresh. */
  readonly inView: Set<ConversationId>;
  /** Tells the window which rows look different now. */
  readonly changed: (conversationIds: ReadonlySet<ConversationId>) => void;
};

export type FindSection = (
  sectionId: SectionId,
) => { readonly ok: true; readonly value: SectionContext } | Failure;

export const notFound = failure('not-found');
