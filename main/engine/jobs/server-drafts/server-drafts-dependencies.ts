import type { ImapFlow } from 'imapflow';
import type { Result } from '../../../../shared/errors.ts';
import type { ConversationId } from '../../../../shared/ids.ts';
import type { Clock } from '../../clock.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Log } from '../../log.ts';
import type { Account, ServerLogin } from '../../mail/account.ts';
import type { MimePool } from '../../mail/mime/worker-pool.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import type { DraftToCopy } from '../../store/server-drafts.ts';

/** What the copying of one section's drafts works with. */
export type ServerDraftsDependencies = {
  readonly db: SectionDatabase;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly log: Log;
  readonly account: () => Account | null;
  /** The section's setting. */
  readonly isOn: () => boolean;
  /** Somebody has the conversation before them, and may write on. */
  readonly isOpen: (conversationId: ConversationId) => boolean;
  /** The bytes of a draft. */
  readonly compose: (draft: DraftToCopy, headerMessageId: string) => Promise<Buffer>;
  readonly mime: Pick<MimePool, 'tryParse'>;
  /** Of these conversations another program's version of a reply came, or went. */
  readonly changed: (conversationIds: ReadonlySet<ConversationId>) => void;
  /** Words were deleted: nothing of them is to stay on the disk. */
  readonly forgotten: () => void;
  readonly openImap: (server: ServerLogin, signal: AbortSignal) => Promise<Result<ImapFlow>>;
};
