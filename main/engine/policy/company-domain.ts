import { toDomain } from '../../../shared/domain-name.ts';

/** Where everybody has an address: whoever lists one of these lists the world. */
const everybodys = new Set([
  'aol.com',
  'au.com',
  'docomo.ne.jp',
  'ezweb.ne.jp',
  'gmail.com',
  'gmx.com',
  'gmx.de',
  'gmx.net',
  'googlemail.com',
  'hotmail.co.jp',
  'hotmail.com',
  'i.softbank.jp',
  'icloud.com',
  'live.com',
  'live.jp',
  'mac.com',
  'mail.com',
  'mail.ru',
  'me.com',
  'msn.com',
  'nifty.com',
  'outlook.com',
  'outlook.jp',
  'proton.me',
  'protonmail.com',
  'qq.com',
  'softbank.ne.jp',
  'yahoo.co.jp',
  'yahoo.com',
  'yahoo.ne.jp',
  'ybb.ne.jp',
  'ymobile.ne.jp',
  'yandex.ru',
  '163.com',
]);

/** `co.jp`, `com.au`: what others register their domains below. */
const sharedEnding = /^(?:ac|co|com|ed|edu|go|gov|gr|lg|ne|net|or|org)\.[a-z]{2}$/;

/** A domain whose addresses are staff's, written as `toDomain` does; null where that cannot be. */
export function companyDomain(text: string): string | null {
  const domain = toDomain(text.trim().replace(/^@/, ''));
  if (domain === null || everybodys.has(domain) || sharedEnding.test(domain)) return null;
  return domain;
}
