import { z } from 'zod';
import { PhotoPrivacy } from './draft-attachment.ts';
import { PolicyLine } from './policy-line.ts';

export const RecipientRole = z.enum(['to', 'cc', 'bcc']);
export type RecipientRole = z.infer<typeof RecipientRole>;

/** Who an address is to a letter. */
export const RecipientStanding = z.enum([
  /** Whom it answers. */
  'reader',
  /** At a domain of the company's, or an address of the section itself. */
  'staff',
  'own',
  /** Has written to the section: answered alone, or not at all. */
  'other-reader',
  /** At a domain that passes for one of the company's and is none. */
  'look-alike',
  'outside',
  'not-an-address',
]);
export type RecipientStanding = z.infer<typeof RecipientStanding>;

/** What an address is refused for, or what else of a letter staff should know before it leaves. */
export const LetterFinding = z.object({
  kind: z.enum([
    'not-reader',
    'several-readers',
    'other-reader',
    'look-alike',
    'outside',
    'not-an-address',
    'nobody',
    'not-member',
    'reply-to-differs',
    'contact',
    'member-data',
  ]),
  /** `refused` keeps the letter here, `excepted` was and is allowed, a `warning` is only shown. */
  level: z.enum(['refused', 'excepted', 'warning']),
  /** The address or the words that it is about; '' for the letter as a whole. */
  about: z.string(),
  /** Of a recipient. */
  role: RecipientRole.nullable(),
  /** What it passes for, or differs from; '' for nothing. */
  other: z.string(),
  line: PolicyLine.nullable(),
  /** An administrator may allow it. */
  canExcept: z.boolean(),
});
export type LetterFinding = Readonly<z.infer<typeof LetterFinding>>;

export const Contact = z.object({
  kind: z.enum(['email', 'phone', 'postal']),
  /** As it stands in the letter. */
  text: z.string(),
});
export type Contact = Readonly<z.infer<typeof Contact>>;

export const AttachedFile = z.object({
  name: z.string().max(500),
  /** Bytes. */
  size: z.int().nonnegative(),
  /** Whether it tells where and when it was made. */
  privacy: PhotoPrivacy,
});
export type AttachedFile = Readonly<z.infer<typeof AttachedFile>>;

const LetterRecipient = z.object({
  role: RecipientRole,
  name: z.string(),
  address: z.string(),
  standing: RecipientStanding,
});

/** All that a letter tells, and whom. */
export const LetterDisclosure = z.object({
  recipients: z.array(LetterRecipient),
  /** Whose words it repeats: those of the message that it answers, or of another. */
  quotes: z.object({ reader: z.boolean(), others: z.boolean() }),
  /** Of people other than the reader. */
  contacts: z.array(Contact),
  attachments: z.array(AttachedFile),
  isHtml: z.boolean(),
});
export type LetterDisclosure = Readonly<z.infer<typeof LetterDisclosure>>;

/** What the policy says of a letter as it stands. */
export const LetterCheck = z.object({
  findings: z.array(LetterFinding),
  /** Whom the reader wrote to beside the section: nobody of them gets the answer by itself. */
  copied: z.array(LetterRecipient.omit({ role: true })),
  disclosure: LetterDisclosure,
});
export type LetterCheck = Readonly<z.infer<typeof LetterCheck>>;
