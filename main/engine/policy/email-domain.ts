import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';
import { domainOf } from '../../../shared/domain-name.ts';
import { isOneSlip } from './look-alike.ts';

/** Where most members have their mail, as far as a slip of the finger is to be told from a name. */
const providers = [
  ...['gmail.com', 'yahoo.co.jp', 'yahoo.com', 'icloud.com', 'outlook.com', 'outlook.jp'],
  ...['hotmail.com', 'hotmail.co.jp', 'docomo.ne.jp', 'ezweb.ne.jp', 'softbank.ne.jp'],
  ...['i.softbank.jp', 'nifty.com', 'biglobe.ne.jp', 'rakuten.jp', 'protonmail.com'],
];

/** A letter away from one of those, and yet what was meant. */
const others = new Set([
  ...['ymail.com', 'email.com', 'mail.com', 'fmail.com', 'hotmail.co.uk', 'yahoo.ca', 'yahoo.fr'],
  ...['outlook.fr', 'outlook.de', 'outlook.es', 'outlook.it'],
]);

/** Further off than a letter. */
const slips: Readonly<Record<string, string>> = {
  'gmail.co.jp': 'gmail.com',
  'gmail.ne.jp': 'gmail.com',
  'gmail.jp': 'gmail.com',
  'docomo.co.jp': 'docomo.ne.jp',
  'ezweb.co.jp': 'ezweb.ne.jp',
  'yahoo.ne.jp': 'yahoo.co.jp',
  'yahoo.jp': 'yahoo.co.jp',
  'icloud.co.jp': 'icloud.com',
};

let blocked: ReadonlySet<string> | null = null;

/** Whether an address is at a domain, or below one, that lends addresses for minutes. */
export function isDisposable(address: string): boolean {
  blocked ??= disposableEmailBlocklistSet();
  const labels = domainOf(address).split('.');
  for (let at = 0; at < labels.length - 1; at += 1)
    if (blocked.has(labels.slice(at).join('.'))) return true;
  return false;
}

/** The domain that was probably meant; null where nothing speaks for a slip. */
export function meantDomain(address: string): string | null {
  const domain = domainOf(address);
  if (providers.includes(domain) || others.has(domain)) return null;
  return slips[domain] ?? providers.find((one) => isOneSlip(domain, one)) ?? null;
}
