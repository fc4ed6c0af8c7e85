import type { CountryCode } from '../../../shared/model/country.ts';

/** How postal codes look where many members live (Universal Postal Union, addressing systems). */
const forms: Readonly<Partial<Record<CountryCode, RegExp>>> = {
  AU: /^\d{4}$/,
  BE: /^\d{4}$/,
  BR: /^\d{5}-\d{3}$/,
  CA: /^[A-Z]\d[A-Z] \d[A-Z]\d$/,
  CH: /^\d{4}$/,
  CN: /^\d{6}$/,
  DE: /^\d{5}$/,
  DK: /^\d{4}$/,
  ES: /^\d{5}$/,
  FR: /^\d{5}$/,
  GB: /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/,
  IN: /^\d{6}$/,
  IT: /^\d{5}$/,
  JP: /^\d{3}-\d{4}$/,
  KR: /^\d{5}$/,
  NL: /^\d{4} [A-Z]{2}$/,
  NZ: /^\d{4}$/,
  SE: /^\d{3} \d{2}$/,
  SG: /^\d{6}$/,
  TW: /^\d{3}(\d{2,3})?$/,
  US: /^\d{5}(-\d{4})?$/,
};

/** Letters, digits, blanks and hyphens, as everywhere that is not in the table. */
const anywhere = /^[A-Z0-9][A-Z0-9 -]{1,9}$/;

/** A code as typed, in the form of its country; null when it has no such form. '' stays ''. */
export function readPostalCode(typed: string, country: CountryCode): string | null {
  const code = typed
    .normalize('NFKC')
    .replace(/〒/g, '')
    .replace(/[\u2010-\u2015\u2212ー]/g, '-')
    .trim()
    .toUpperCase();
  if (code === '') return '';
  const usual = country === 'JP' ? code.replace(/^(\d{3})[ -]?(\d{4})$/, '$1-$2') : code;
  return (forms[country] ?? anywhere).test(usual) ? usual : null;
}
