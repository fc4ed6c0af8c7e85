import { z } from 'zod';

/** How long a letter waits before it leaves, in seconds: the choices that staff have. */
export const undoSeconds = [0, 5, 10, 15, 30, 60] as const;

/** How letters are written on the wire; the older one for readers whose programs know no other. */
export const Charset = z.enum(['utf-8', 'iso-2022-jp']);
export type Charset = z.infer<typeof Charset>;

const signature = z.string().max(2000);

/** After how many days without an answer staff are told, from when a reply is sent; 0 for never. */
export const followUpDays = [0, 3, 7, 14] as const;

/** After how many days without an answer a registration expires whose member was asked; 0 for never. */
export const unansweredDays = [0, 14, 30, 60, 90] as const;

/** Of how many months the letters themselves are kept here, and not just their heads; 0 for all. */
export const bodyMonths = [0, 3, 12, 36] as const;

/** Up to how many megabytes a letter is fetched as a whole before somebody asks for it. */
export const wholeUpToMb = [1, 5, 25, 100] as const;

const settings = {
  undoSeconds: z.literal(undoSeconds),
  /** Below each letter, in the language of the reader's; '' for none. */
  signatures: z.object({ en: signature, ja: signature }),
  charset: Charset,
  /** Whose addresses are staff's: these domains and none below them. Only an administrator lists them. */
  companyDomains: z.array(z.string().max(253)).max(100),
  followUpDays: z.literal(followUpDays),
  unansweredDays: z.literal(unansweredDays),
  /** Replies that are being written are also in the account's Drafts. */
  syncDrafts: z.boolean(),
  bodyMonths: z.literal(bodyMonths),
  wholeUpToMb: z.literal(wholeUpToMb),
};

/** How a section answers. What an older file does not hold has its default. */
export const SectionSettings = z.object({
  undoSeconds: settings.undoSeconds.default(15),
  signatures: settings.signatures.default({ en: '', ja: '' }),
  charset: settings.charset.default('utf-8'),
  companyDomains: settings.companyDomains.default([]),
  followUpDays: settings.followUpDays.default(0),
  unansweredDays: settings.unansweredDays.default(60),
  syncDrafts: settings.syncDrafts.default(false),
  bodyMonths: settings.bodyMonths.default(0),
  wholeUpToMb: settings.wholeUpToMb.default(25),
});
export type SectionSettings = Readonly<z.infer<typeof SectionSettings>>;

/** Only those that change. A default must not creep in for the others. */
export const sectionSettingsChange = z.object(settings).partial();
