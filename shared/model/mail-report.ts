import { z } from 'zod';
import { ErrorCode } from '../errors.ts';
import { FolderId } from '../ids.ts';
import { FolderRole } from './folder.ts';

/** The number of it, and when, in milliseconds since the epoch. */
const happened = { id: z.int(), at: z.number() };

/** Something that did not go as it should, since the app was started. */
export const MailTrouble = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ended'), ...happened, error: ErrorCode }),
  /** The server would not move or delete, would not open a folder. */
  z.object({ kind: z.enum(['kept', 'skipped']), ...happened, folder: FolderRole }),
  /** It listed messages that it then did not give. */
  z.object({
    kind: z.literal('absent'),
    ...happened,
    folder: FolderRole,
    messages: z.int(),
  }),
]);
export type MailTrouble = Readonly<z.infer<typeof MailTrouble>>;

/** How the store differs from the server in one folder, in messages. */
export const FolderDifferences = z.object({
  path: z.string(),
  role: FolderRole,
  /** On the server and not here. */
  missing: z.int(),
  /** Here and not on the server. */
  gone: z.int(),
  /** With other flags. */
  flags: z.int(),
  /** With other bytes. */
  content: z.int(),
});
export type FolderDifferences = Readonly<z.infer<typeof FolderDifferences>>;

/** A comparison of everything that is here with everything that the server has. */
export const StoreCheck = z.object({
  /** `waiting`: for a connection. */
  phase: z.enum(['waiting', 'running', 'done', 'cancelled']),
  /** Every message is downloaded once more and compared to the byte. */
  withContent: z.boolean(),
  /** Messages compared so far, of those here. */
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  folders: z.int().nonnegative(),
  /** When it ended; null before. */
  at: z.number().nullable(),
  /** Of the folders where anything differs. */
  differences: z.array(FolderDifferences),
});
export type StoreCheck = Readonly<z.infer<typeof StoreCheck>>;

export const FolderReport = z.object({
  id: FolderId,
  role: FolderRole,
  /** The levels of its path, the outermost first. */
  names: z.array(z.string()),
  messages: z.int(),
  /** Milliseconds since the epoch of the last time it was complete. */
  syncedAt: z.number().nullable(),
});
export type FolderReport = Readonly<z.infer<typeof FolderReport>>;

/** How a section's mail stands, for whoever wants to know why something is not there. */
export const MailReport = z.object({
  folders: z.array(FolderReport),
  /** What the server has not been told, in messages. */
  queue: z.object({ marks: z.int(), moves: z.int(), deletions: z.int(), letters: z.int() }),
  /** Newest first. */
  troubles: z.array(MailTrouble),
  /** Null while there is none. */
  connection: z
    .object({
      /** Milliseconds since the epoch. */
      since: z.number(),
      /** As the server calls them, in order. */
      capabilities: z.array(z.string()),
      /** Folders that changed are named by the server, and are not asked for. */
      isTold: z.boolean(),
    })
    .nullable(),
  /** Bytes over the line since the app was started. */
  traffic: z.object({ received: z.int(), sent: z.int() }),
  /** Messages here, and how many of them only in part. */
  bodies: z.object({ messages: z.int(), partial: z.int() }),
  /** Bytes of the section's file. */
  storeSize: z.int(),
  check: StoreCheck.nullable(),
});
export type MailReport = Readonly<z.infer<typeof MailReport>>;
