import { z } from 'zod';

/** How long a letter waits before it leaves, in seconds: the choices that staff have. */
export const undoSeconds = [0, 5, 10, 15, 30, 60] as const;

const settings = {
  undoSeconds: z.literal(undoSeconds),
  /** Whose addresses are staff's: these domains and none below them. Only an administrator lists them. */
  companyDomains: z.array(z.string().max(253)).max(100),
};

/** How a section answers. What an older file does not hold has its default. */
export const SectionSettings = z.object({
  undoSeconds: settings.undoSeconds.default(15),
  companyDomains: settings.companyDomains.default([]),
});
export type SectionSettings = Readonly<z.infer<typeof SectionSettings>>;

/** Only those that change. A default must not creep in for the others. */
export const sectionSettingsChange = z.object(settings).partial();
