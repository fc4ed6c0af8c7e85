import { z } from 'zod';
import type { Locale } from './preferences.ts';

/** How a reader is addressed: chosen by staff, never guessed from a name. `none` is a choice too. */
export const Honorific = z.enum(['sama', 'san', 'sensei', 'mr', 'ms', 'mx', 'dr', 'prof', 'none']);
export type Honorific = z.infer<typeof Honorific>;

type Form = { readonly words: string; readonly stands: 'before' | 'after' };

const forms: Readonly<Record<Exclude<Honorific, 'none'>, Form>> = {
  sama: { words: '様', stands: 'after' },
  san: { words: 'さん', stands: 'after' },
  sensei: { words: '先生', stands: 'after' },
  mr: { words: 'Mr', stands: 'before' },
  ms: { words: 'Ms', stands: 'before' },
  mx: { words: 'Mx', stands: 'before' },
  dr: { words: 'Dr', stands: 'before' },
  prof: { words: 'Prof.', stands: 'before' },
};

/** As it is written, in whatever language is on screen; '' for none. */
export function honorificWords(honorific: Honorific): string {
  return honorific === 'none' ? '' : forms[honorific].words;
}

/** A name with its honorific: `Dr Hana Sato`, `佐藤花様`, `Hana Sato 様`. */
export function withHonorific(name: string, honorific: Honorific): string {
  if (honorific === 'none') return name;
  const { words, stands } = forms[honorific];
  if (stands === 'before') return `${words} ${name}`;
  return /[\p{sc=Latin}.]$/u.test(name) ? `${name} ${words}` : `${name}${words}`;
}

/** Those usual in a language first. */
export function honorificsFor(language: Locale): readonly Honorific[] {
  const ofLanguage = language === 'ja' ? 'after' : 'before';
  const isUsual = (one: Honorific) => one === 'none' || forms[one].stands === ofLanguage;
  const { options } = Honorific;
  return [...options.filter(isUsual), ...options.filter((one) => !isUsual(one))];
}
