import { z } from 'zod';
import { AppError } from '../errors.ts';
import { SectionId } from './section.ts';

/** The moment that it was begun at, in UTC: nothing else passes for the name of a backup. */
export const BackupName = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.db$/)
  .brand<'BackupName'>();
export type BackupName = z.infer<typeof BackupName>;

/** A copy of a section's database, with its own key, opened and checked after it was written. */
export const Backup = z.object({
  name: BackupName,
  /** Milliseconds since the epoch. */
  at: z.number(),
  bytes: z.int().nonnegative(),
});
export type Backup = Readonly<z.infer<typeof Backup>>;

export const BackupStatus = z.object({
  sectionId: SectionId,
  isRunning: z.boolean(),
  /** Bytes written of about so many. */
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  /** Why the last one could not be made; null when it was. */
  error: AppError.nullable(),
});
export type BackupStatus = Readonly<z.infer<typeof BackupStatus>>;

const counts = z.object({
  messages: z.int(),
  conversations: z.int(),
  drafts: z.int(),
  /** Replies that have not reached their end. */
  outbox: z.int(),
});

/** What would be different after a backup was restored. */
export const RestorePreview = z.object({
  backup: counts,
  /** Null when the present database does not open: nothing can be taken out of it. */
  current: counts.nullable(),
  /** Only there now. Messages come again if the server still has them; texts are taken along. */
  newer: z.object({
    messages: z.int(),
    drafts: z.int(),
    replies: z.int(),
    /** Not taken along: nothing tells which conversation they belong to. */
    lostDrafts: z.int(),
    /** People who were erased since: they are erased from the backup's data too. */
    erasures: z.int(),
  }),
  /** Replies that wait in the backup, and that nobody can tell to be unsent: they are held. */
  held: z.int(),
});
export type RestorePreview = Readonly<z.infer<typeof RestorePreview>>;
