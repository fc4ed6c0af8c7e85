import { z } from 'zod';
import { mainCalls } from '../../shared/contract/main-calls.ts';
import { type CallName, engineCalls } from '../../shared/contract.ts';
import { ErrorCode } from '../../shared/errors.ts';
import { OutboxItemId } from '../../shared/ids.ts';
import { FolderRole } from '../../shared/model/folder.ts';
import { SectionId } from '../../shared/model/section.ts';
import { ErrorClass, SystemCode } from './error-kind.ts';

const callNames = Object.keys({ ...engineCalls, ...mainCalls }) as CallName[];

const Call = z.enum(callNames);
const bug = z.object({ kind: ErrorClass, code: SystemCode.nullable() });
const nothing = z.object({});

/**
 * Everything that may stand in the log. A field is a number, a row's id or one of a list of words:
 * there is none that a name, an address or a subject would fit.
 */
export const logEvents = {
  /** A bug that nothing caught. */
  'process.failed': bug,
  'start.failed': bug,
  /** A page could not be made into a PDF. */
  'paper.failed': bug,
  /** The engine or the page of before a lock would not go. */
  'lock.failed': bug,
  /** The page asked for something that is no call, or somebody asked who is not our page. */
  'call.refused': nothing,
  'call.failed': bug.extend({ call: Call }),
  'request.refused': nothing,
  /** `status` is the process's exit code. */
  'engine.crashed': z.object({ status: z.int() }),
  /** The old key of a section's file is in use until the next sign-in. */
  'section.rekey-waits': z.object({ section: SectionId, error: ErrorCode }),
  /** Something wanted to reach the network by itself. */
  'egress.refused': z.object({
    thread: z.enum(['engine', 'csv-worker', 'mime-worker', 'store-worker']),
  }),
  /** An entry is in the chain and its head could not be moved to it; the next entry moves it. */
  'ledger.head-late': bug.extend({ section: SectionId }),
  /** The head of a section's chain does not agree with it, and is left as it is. */
  'ledger.head-wrong': z.object({ section: SectionId }),
  'backup.failed': z.object({ section: SectionId, error: ErrorCode }),
  'checkpoint.failed': z.object({ error: ErrorCode }),
  'retention.failed': bug,
  'expiry.failed': bug,
  'bodies.failed': bug,
  'section.closed': z.object({ section: SectionId, error: ErrorCode }),
  'sync.ended': z.object({ section: SectionId, error: ErrorCode }),
  /** The server listed messages that it then did not give. */
  'sync.absent': z.object({
    folder: FolderRole,
    messages: z.int().nonnegative(),
  }),
  /** The server refused to delete messages, or to move them. */
  'sync.kept': z.object({ folder: FolderRole }),
  /** The server refused to open a folder, or something in it. */
  'sync.skipped': z.object({ folder: FolderRole }),
  'outbox.outcome': z.object({
    item: OutboxItemId,
    outcome: z.enum(['accepted', 'refused', 'uncertain', 'cancelled']),
  }),
  /** The system's keychain refused, or what it keeps could not be written. */
  'keychain.failed': bug,
  'remembering.failed': bug,
  'forgetting.failed': bug,
  'waking.failed': bug,
  'drafts.failed': bug,
  'intake.failed': bug,
  'outbox.failed': bug,
  'review.failed': bug,
  'outbox.filing-failed': bug,
} as const satisfies Readonly<Record<string, z.ZodObject>>;

export type LogEvent = keyof typeof logEvents;
export type LogFields<E extends LogEvent> = Readonly<z.infer<(typeof logEvents)[E]>>;
