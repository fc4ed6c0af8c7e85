import { z } from 'zod';

const Address = z.email().max(254);

/** RFC 1123 2.1: letters, digits and hyphens; two labels at least, and no number at the end. */
const hostName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The one way to write a domain: in lower case and ASCII (IDNA, UTS 46). Null for what is none. Two
 * spellings of the same domain become equal here; two domains that only look alike stay two.
 */
export function toDomain(text: string): string | null {
  const bare = text.trim().replace(/\.$/, '');
  // A URL has more signs than a domain: whatever else it would understand is no domain.
  if (bare.length > 253 || /[\s/\\:@?#%[\]<>"(),;]/.test(bare)) return null;
  const domain = URL.parse(`http://${bare}`)?.hostname ?? '';
  return domain.length <= 253 && hostName.test(domain) ? domain : null;
}

/** An address with its domain written so; null for what is not one address. */
export function toAddress(text: string): string | null {
  const bare = text.trim();
  const at = bare.lastIndexOf('@');
  const domain = toDomain(bare.slice(at + 1));
  if (at < 1 || domain === null) return null;
  const address = Address.safeParse(`${bare.slice(0, at)}@${domain}`);
  return address.success ? address.data : null;
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
