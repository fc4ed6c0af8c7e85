/**
 * The host that a link's words claim to lead to, in wire spelling; null when they name none.
 * Only words that are an address as a whole count: "our report of 12.11" names no host.
 */
export function hostNamedIn(words: string): string | null {
  const claim = words.trim();
  if (/\s/.test(claim) || claim.includes('@') || claim.length > 2000) return null;
  const hasScheme = /^https?:\/\//i.test(claim);
  const url = URL.parse(hasScheme ? claim : `https://${claim}`);
  if (url === null) return null;
  // Without a scheme only what ends like a domain name is one: letters, or punycode.
  if (!hasScheme && !/\.([a-z]{2,24}|xn--[a-z0-9-]+)$/.test(url.hostname)) return null;
  return url.hostname;
}
