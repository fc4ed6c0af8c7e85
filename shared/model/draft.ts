import { z } from 'zod';

export const Draft = z.object({
  text: z.string(),
  /** Milliseconds since the epoch. */
  savedAt: z.number(),
});
export type Draft = Readonly<z.infer<typeof Draft>>;
