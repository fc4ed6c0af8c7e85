import { z } from 'zod';

/**
 * What the agency's privacy policy promises, one line each; the words are in the catalogs
 * (`policy.<line>`). Whatever is refused names the line that it comes from.
 */
export const PolicyLine = z.enum([
  /** What readers send is used to answer that reader, and never reaches a third party. */
  'reader-mail',
  /** Registrations may go to group companies, on record; reader mail never. */
  'registrations',
  /** A member's record is not joined to reader mail but by an administrator, on record. */
  'records-apart',
  /** What is counted about visitors identifies nobody. */
  'counts',
  /** Links lead to sites with other policies, and that is said before one opens. */
  'links',
]);
export type PolicyLine = z.infer<typeof PolicyLine>;
