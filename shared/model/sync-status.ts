import { z } from 'zod';
import { AppError } from '../errors.ts';
import { SectionId } from './section.ts';

/**
 * `live`: caught up and listening. `waiting`: the last try failed, the next is at `retryAt`.
 * `stopped`: staff cancelled, or the server refused the login; nothing is tried until asked.
 */
const SyncPhase = z.enum(['unconfigured', 'connecting', 'syncing', 'live', 'waiting', 'stopped']);

export const SyncStatus = z.object({
  sectionId: SectionId,
  phase: SyncPhase,
  /** Messages stored so far of those known missing when this sync began. */
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  /** Milliseconds since the epoch; null before the first complete sync. */
  lastSyncedAt: z.number().nullable(),
  retryAt: z.number().nullable(),
  error: AppError.nullable(),
  /** The last thing that the server said staff must see (RFC 9051 7.1), and when, in milliseconds. */
  alert: z.object({ words: z.string(), at: z.number() }).nullable(),
});
export type SyncStatus = Readonly<z.infer<typeof SyncStatus>>;
