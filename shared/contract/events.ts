import { z } from 'zod';
import { ConversationId } from '../ids.ts';
import { BackupStatus } from '../model/backup.ts';
import { StoreCheck } from '../model/mail-report.ts';
import { ImportProgress } from '../model/member-import.ts';
import { Preferences } from '../model/preferences.ts';
import { RetentionStatus } from '../model/retention.ts';
import { SessionState } from '../model/session.ts';
import { SyncStatus } from '../model/sync-status.ts';
import { inMessage, inSection, nothing } from './places.ts';

export const engineEvents = {
  'session.changed': SessionState,
  'sync.changed': SyncStatus,
  /** How far a comparison of the store with the server is. */
  'mail.checkChanged': inSection.extend({ check: StoreCheck }),
  /** Counts or the list of a section changed; null ids when too many to name. */
  'section.changed': inSection.extend({ conversationIds: z.array(ConversationId).nullable() }),
  /** How much of a message is here that somebody waits for, in bytes. */
  'message.fetching': inMessage.extend({ done: z.int(), total: z.int() }),
  'outbox.changed': inSection,
  'backup.changed': BackupStatus,
  /** How far the import of members is that somebody began in this window. */
  'memberImport.changed': ImportProgress,
  'retention.changed': RetentionStatus,
} as const;

export const mainEvents = {
  /** A link in a message was clicked: the window asks before anything opens. */
  'link.requested': z.object({ url: z.string() }),
  /** A fresh locked engine is connected: after a lock, or because the last one ended. */
  'engine.started': z.object({ because: z.enum(['start', 'lock', 'crash']) }),
  /** Store what is typed and answer with `app.draftsStored`: the lock waits a second for it, no more. */
  'lock.coming': nothing,
  /** The engine ended again and again, and is left ended until staff ask for another try. */
  'engine.failed': nothing,
  'preferences.changed': Preferences,
  /** A menu item or its shortcut was chosen. */
  'menu.chosen': z.object({
    item: z.enum(['settings', 'lock', 'next-section', 'search', 'print']),
  }),
} as const;
