import { z } from 'zod';

export const Locale = z.enum(['en', 'ja']);
export type Locale = z.infer<typeof Locale>;

const Theme = z.enum(['system', 'light', 'dark']);

/** Kept outside the encrypted store: the sign-in screen needs them, and they say nothing of anybody. */
export const Preferences = z.object({ locale: Locale, theme: Theme });
export type Preferences = Readonly<z.infer<typeof Preferences>>;
