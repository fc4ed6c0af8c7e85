import { z } from 'zod';
import { AppError } from '../errors.ts';
import { ConversationId, OutboxItemId } from '../ids.ts';
import { LetterKind } from './draft.ts';

/**
 * `waiting`: it can be called back until it is due. `queued`: to be sent, or tried again. `uncertain`:
 * the app or the line ended between handing the message over and hearing the answer, so it may have
 * left. It is never sent again by itself. `sent` waits only for its copy in Sent. `failed`: nothing
 * more happens by itself, for one recipient at least.
 */
export const OutboxState = z.enum(['waiting', 'queued', 'sending', 'sent', 'uncertain', 'failed']);
export type OutboxState = z.infer<typeof OutboxState>;

/** When a letter is to leave, in ms since the epoch, and the time zone (IANA) that it was chosen in. */
export const Schedule = z.object({
  at: z.number().positive(),
  zone: z.string().max(64).refine(isTimeZone),
});
export type Schedule = Readonly<z.infer<typeof Schedule>>;

/** A reply or a forward from the composer, or a letter to a member about their registration. */
export const OutboxKind = z.enum([...LetterKind.options, 'registration']);
export type OutboxKind = z.infer<typeof OutboxKind>;

/** One of those a letter goes to, and what the server said of that one. */
export const OutboxRecipient = z.object({
  role: z.enum(['to', 'cc', 'bcc']),
  address: z.string(),
  state: z.enum(['waiting', 'accepted', 'refused']),
  error: AppError.nullable(),
});
export type OutboxRecipient = Readonly<z.infer<typeof OutboxRecipient>>;

/**
 * Where a letter that may have left was looked for on the server, and when; it was not there. Nowhere
 * where a look can tell nothing: a copy of it is there for those who have it.
 */
export const ServerLook = z.object({ at: z.number(), folders: z.array(z.string()) });
export type ServerLook = Readonly<z.infer<typeof ServerLook>>;

export const OutboxItem = z.object({
  id: OutboxItemId,
  conversationId: ConversationId,
  kind: OutboxKind,
  state: OutboxState,
  /** Of a `waiting` one: so that it can be called back, or until the time that staff chose. */
  waitsFor: z.enum(['undo', 'schedule']).nullable(),
  /** The time zone that its time was chosen in; null when none was. */
  zone: z.string().nullable(),
  /** The first of those it goes to: the reader, for a reply. */
  recipient: z.string(),
  recipients: z.array(OutboxRecipient),
  subject: z.string(),
  text: z.string(),
  createdAt: z.number(),
  attempts: z.int(),
  /** When it leaves, or the next automatic attempt is due; null when nothing is. */
  retryAt: z.number().nullable(),
  error: AppError.nullable(),
  /** Of an `uncertain` one; null until a look that counts was made. */
  looked: ServerLook.nullable(),
});
export type OutboxItem = Readonly<z.infer<typeof OutboxItem>>;

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
