import { z } from 'zod';

/** Longer than a server takes in any writing. */
export const longestTag = 50;

/** A word that staff put on conversations: an IMAP keyword, which every program of the account sees. */
export const Tag = z.object({
  keyword: z.string(),
  /** As it is shown; `$label1` to `$label5`, which programs name by themselves, as they are. */
  name: z.string(),
});
export type Tag = Readonly<z.infer<typeof Tag>>;

/** One that is there, or one by a name that may be new. */
export const TagChoice = z.union([
  z.object({ keyword: z.string().regex(/^[!-~]{1,200}$/) }),
  z.object({ name: z.string().trim().min(1).max(longestTag) }),
]);
export type TagChoice = Readonly<z.infer<typeof TagChoice>>;
