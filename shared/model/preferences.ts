import { z } from 'zod';
import { readChosenKeys } from '../command-keys.ts';

export const Locale = z.enum(['en', 'ja']);
export type Locale = z.infer<typeof Locale>;

const Theme = z.enum(['system', 'light', 'dark']);

/** Days; 0 for none at all. */
export const KeepReports = z.literal([0, 7, 30, 90]);
export type KeepReports = z.infer<typeof KeepReports>;

/** Where the window is kept out of screenshots and screen sharing. */
export const ContentProtection = z.enum(['off', 'members', 'always']);
export type ContentProtection = z.infer<typeof ContentProtection>;

/** Minutes without input after which the app locks itself: the choices that staff have. */
export const lockMinutes = [1, 5, 10, 30, 60] as const;

/** Kept outside the encrypted store: the sign-in screen needs them, and they say nothing of anybody. */
export const Preferences = z.object({
  locale: Locale,
  theme: Theme,
  /** How many days crash reports stay on this computer: they hold memory in clear. */
  keepReports: KeepReports.default(0),
  /** Files from before this choice do not hold it. */
  lockAfterMinutes: z.literal(lockMinutes).default(10),
  contentProtection: ContentProtection.default('members'),
  /** The keys that staff chose; what cannot stand has its default. */
  keys: z.unknown().transform(readChosenKeys).default({}),
});
export type Preferences = Readonly<z.infer<typeof Preferences>>;
