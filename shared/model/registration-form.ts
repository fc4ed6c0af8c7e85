import { z } from 'zod';
import { FormId } from '../ids.ts';
import { Locale } from './preferences.ts';

/** What a label of a form fills. `custom` is kept beside the other fields, under its own label. */
export const FormTarget = z.enum([
  'name',
  'familyName',
  'givenName',
  'kana',
  'familyKana',
  'givenKana',
  'email',
  'phone',
  'address',
  'country',
  'postalCode',
  'region',
  'city',
  'street',
  'building',
  'plan',
  'notes',
  'custom',
]);
export type FormTarget = z.infer<typeof FormTarget>;

const FormLabel = z.object({
  label: z.string().trim().min(1).max(100),
  target: FormTarget,
});
export type FormLabel = Readonly<z.infer<typeof FormLabel>>;

/** What of a form says how its mails are read. */
export const FormRules = z.object({
  /** Of who registers by it: their names are in the order of this language. */
  language: Locale,
  labels: z.array(FormLabel).max(100),
});
export type FormRules = Readonly<z.infer<typeof FormRules>>;

/** What an administrator teaches. */
export const FormContent = z.object({
  name: z.string().trim().min(1).max(100),
  /** The site's own addresses: a mail from another is none of this form's. */
  senders: z
    .array(
      z
        .string()
        .trim()
        .max(320)
        .regex(/^[^\s@<>,;]+@[^\s@<>,;]+$/),
    )
    .min(1)
    .max(10),
  ...FormRules.shape,
});
export type FormContent = Readonly<z.infer<typeof FormContent>>;

export const RegistrationForm = z.object({
  id: FormId,
  ...FormContent.shape,
  /** When it was last taught, in milliseconds since the epoch, and by whom, as they were called then. */
  taughtAt: z.number(),
  staffName: z.string(),
});
export type RegistrationForm = Readonly<z.infer<typeof RegistrationForm>>;
