import { z } from 'zod';
import { FormId, MessageId } from '../ids.ts';
import { FormReading, SampleMail, WaitingMail } from '../model/form-mail.ts';
import { FormContent, FormRules, RegistrationForm } from '../model/registration-form.ts';
import { inMembers, nothing } from './places.ts';

const ofMail = inMembers.extend({ messageId: MessageId });

/** How registrations come in by mail: the forms of the site, and the mails that wait for somebody. */
export const formCalls = {
  'form.list': {
    input: inMembers,
    output: z.object({
      forms: z.array(RegistrationForm),
      /** Mails that are yet to be looked through. */
      waiting: z.int(),
      unread: z.int(),
      setAside: z.int(),
      /** Whether the signed-in person may teach one. */
      canTeach: z.boolean(),
    }),
  },
  /** Of administrators, on record. A null id teaches another one; mails that came before are read too. */
  'form.save': {
    input: inMembers.extend({ formId: FormId.nullable(), content: FormContent }),
    output: z.object({ formId: FormId }),
  },
  /** Of administrators, on record. What it has made stays. */
  'form.remove': { input: inMembers.extend({ formId: FormId }), output: nothing },
  /** The newest mails of the inbox. */
  'form.samples': { input: inMembers, output: z.array(SampleMail) },
  /** On record, as every look at a letter. `text` is the one that a form is taught by. */
  'form.sample': {
    input: ofMail,
    output: z.object({ sender: z.string(), subject: z.string(), text: z.string() }),
  },
  /** What a form would make of a text; null labels are proposed. */
  'form.preview': {
    input: inMembers.extend({
      text: z.string().max(1_000_000),
      language: FormRules.shape.language.nullable(),
      labels: FormRules.shape.labels.nullable(),
    }),
    output: z.object({ rules: FormRules, reading: FormReading }),
  },
  /** Oldest first. */
  'formMail.list': {
    input: inMembers.extend({
      isSetAside: z.boolean(),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    output: z.object({ total: z.int(), items: z.array(WaitingMail) }),
  },
  /** The mail with what its form makes of it; on record. */
  'formMail.read': {
    input: ofMail,
    output: z.object({ mail: WaitingMail, text: z.string(), reading: FormReading }),
  },
  /** Once more, with the forms as they are now; a null id tries all that could not be read. */
  'formMail.retry': {
    input: inMembers.extend({ messageId: MessageId.nullable() }),
    output: z.object({ read: z.int(), unread: z.int() }),
  },
  'formMail.setAside': { input: ofMail.extend({ isSetAside: z.boolean() }), output: nothing },
} as const;
