import { z } from 'zod';

/**
 * What of a registration may go to a group company, in the order of the columns. Notes, status and
 * what staff keep for themselves are not among them, and never go.
 */
export const disclosableFields = [
  'familyName',
  'givenName',
  'familyKana',
  'givenKana',
  'honorific',
  'language',
  'plan',
  'emails',
  'phones',
  'addresses',
  'custom',
] as const;
export const DisclosableField = z.enum(disclosableFields);
export type DisclosableField = z.infer<typeof DisclosableField>;
