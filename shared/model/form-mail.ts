import { z } from 'zod';
import { FormId, MessageId } from '../ids.ts';
import { MemberRecord } from './member.ts';
import { FormTarget } from './registration-form.ts';

/** Why a mail was not made into a registration; `about` has the labels or checks that it is about. */
export const FormProblem = z.object({
  code: z.enum([
    /** It has the labels of the form and is not from its address. */
    'sender',
    /** The receiving server says that it is not from whom it says. */
    'authentication',
    'no-labels',
    /** Labels that the form has are not there, and others are: the form was changed. */
    'labels-changed',
    'label-twice',
    'no-name',
    'too-long',
    /** The member that was made of it was taken back. */
    'taken-back',
    /** Somebody with this email or telephone asked to be forgotten: the certificate's number, and when (ISO 8601). */
    'erased',
  ]),
  about: z.array(z.string()),
});
export type FormProblem = Readonly<z.infer<typeof FormProblem>>;

/** A label of a mail with what stands there. */
export const FormField = z.object({
  label: z.string(),
  value: z.string(),
  /** Null where the form does not know the label: it is kept under its own. */
  target: FormTarget.nullable(),
  /** False where the value is none that the field can have: it is kept under its label instead. */
  fits: z.boolean(),
});
export type FormField = Readonly<z.infer<typeof FormField>>;

/** What a form makes of a text. */
export const FormReading = z.object({
  fields: z.array(FormField),
  record: MemberRecord,
  problem: FormProblem.nullable(),
  /** What stands under no label: it stays in the mail alone. */
  rest: z.string(),
});
export type FormReading = Readonly<z.infer<typeof FormReading>>;

/** A mail that staff can teach a form by. */
export const SampleMail = z.object({
  messageId: MessageId,
  fromName: z.string(),
  fromAddress: z.string(),
  subject: z.string(),
  sentAt: z.number(),
});
export type SampleMail = Readonly<z.infer<typeof SampleMail>>;

/** One that could not be read, or that staff have set aside. */
export const WaitingMail = z.object({
  ...SampleMail.shape,
  formId: FormId.nullable(),
  /** '' when the form is gone. */
  formName: z.string(),
  problem: FormProblem,
  isSetAside: z.boolean(),
});
export type WaitingMail = Readonly<z.infer<typeof WaitingMail>>;
