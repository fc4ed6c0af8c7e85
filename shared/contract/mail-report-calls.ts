import { z } from 'zod';
import { MailReport } from '../model/mail-report.ts';
import { inSection, nothing } from './places.ts';

/** How a section's mail stands. */
export const mailReportCalls = {
  'mail.report': { input: inSection, output: MailReport },
  /** Compares the store with the server; `mail.checkChanged` tells how far it is. */
  'mail.check': { input: inSection.extend({ withContent: z.boolean() }), output: nothing },
  'mail.cancelCheck': { input: inSection, output: nothing },
} as const;
