import { z } from 'zod';
import { mainCalls } from '../../shared/contract/main-calls.ts';
import { AppError } from '../../shared/errors.ts';
import { MessageId } from '../../shared/ids.ts';
import { SectionId } from '../../shared/model/section.ts';
import { DemoNewsroom } from './demo-newsroom.ts';
import { LeftByWindow } from './ledger/record-left.ts';
import { type LogEvent, logEvents } from './log-events.ts';

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** What the main process sends the engine process. */
export const ToEngine = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('start'),
    /** The folder that holds the keyring and the sections' databases. */
    dataFolder: z.string(),
    /** Path of a better-sqlite3 addon built for this runtime; null uses the shipped one. */
    nativeBinding: z.string().nullable(),
    demo: DemoNewsroom.nullable(),
    /** Whoever stays signed in on this computer is asked for nothing: not after a lock. */
    isFirstStart: z.boolean(),
  }),
  /** Carries the page's port. The page was loaded again when there is one already: it is replaced. */
  z.object({ kind: z.literal('connect') }),
  /** The answer to `device-secret`; null without a keychain. */
  z.object({ kind: z.literal('device-secret'), secret: Bytes.nullable() }),
  /** The answer to `print-paper`; null when it could not be made. */
  z.object({ kind: z.literal('paper'), id: z.int(), pdf: Bytes.nullable() }),
  /** Close the databases and end: a lock, or the app quits. */
  z.object({ kind: z.literal('stop') }),
  z.object({
    kind: z.literal('save-attachment'),
    id: z.int(),
    sectionId: SectionId,
    messageId: MessageId,
    index: z.int().nonnegative(),
    /** Chosen in the system's save dialog. */
    path: z.string(),
  }),
  /** The second person approved a disclosure, and chose where its file goes. */
  mainCalls['disclosure.release'].input.extend({
    kind: z.literal('release-disclosure'),
    id: z.int(),
    path: z.string(),
  }),
  /** Record this before it is handed out. */
  z.object({
    kind: z.literal('record-left'),
    id: z.int(),
    sectionId: SectionId,
    left: z.array(LeftByWindow),
  }),
]);
export type ToEngine = z.infer<typeof ToEngine>;
export type { LeftByWindow };

/** What the engine process sends the main process. */
export const FromEngine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started') }),
  /** Asks for the secret that the system's keychain keeps for this user of this computer. */
  z.object({ kind: z.literal('device-secret') }),
  /** Asks for a page as PDF. */
  z.object({ kind: z.literal('print-paper'), id: z.int(), html: z.string() }),
  z.object({
    kind: z.literal('log'),
    event: z.enum(Object.keys(logEvents) as LogEvent[]),
    fields: z.unknown(),
  }),
  z.object({
    kind: z.literal('done'),
    /** Of the `save-attachment`, `release-disclosure` or `record-left` that it answers. */
    id: z.int(),
    /** Null when it is done. */
    error: AppError.nullable(),
  }),
]);
export type FromEngine = z.infer<typeof FromEngine>;
