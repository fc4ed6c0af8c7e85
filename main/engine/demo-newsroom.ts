import { z } from 'zod';
import { MemberRecord } from '../../shared/model/member.ts';
import { FormContent } from '../../shared/model/registration-form.ts';
import { SectionId } from '../../shared/model/section.ts';

/** Where the embedded demo newsroom listens, and who may log in there. Development only. */
export const DemoNewsroom = z.object({
  host: z.literal('127.0.0.1'),
  imapPort: z.int(),
  smtpPort: z.int(),
  /** The newsroom's self-signed certificate, for both servers. */
  certificatePem: z.string(),
  /** SHA-256 over the DER certificate, upper-case hex pairs joined by colons. */
  fingerprint: z.string(),
  accounts: z.array(
    z.object({
      sectionId: SectionId,
      user: z.string(),
      password: z.string(),
      senderName: z.string(),
      senderAddress: z.email(),
    }),
  ),
  /** As staff would type them. */
  members: z.array(MemberRecord),
  /** As an administrator would teach them. */
  forms: z.array(FormContent),
});
export type DemoNewsroom = Readonly<z.infer<typeof DemoNewsroom>>;
