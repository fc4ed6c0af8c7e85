/** A host stands at the beginning of an address; whoever hides one behind more hides it from readers too. */
const longestClaim = 2000;
const mostWords = 200;

/**
 * The hosts that a link's words claim to lead to, in wire spelling. Words that are an address as a
 * whole count, and among others only those with a scheme: "our report of 12.11" names no host.
 */
export function hostsNamedIn(words: string): string[] {
  const claims = words.trim().split(/\s+/, mostWords);
  return claims.flatMap((claim) => {
    // The bracket or quotation mark before an address is not part of it.
    const start = claim.search(/https?:\/\//i);
    if (start === -1 && claims.length > 1) return [];
    const host = hostOf(claim.slice(Math.max(0, start), longestClaim + Math.max(0, start)));
    return host === null ? [] : [host];
  });
}

/** Punctuation that ends a sentence or a bracket, not an address. */
const ending = /[\p{P}\p{S}]+$/u;

/** Japanese goes on without a space after an address: "https://example.comをご覧ください". */
const goesOn =
  /^(https?:\/\/[a-z0-9.-]+\.[a-z]{2,24})[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}].*$/iu;

function hostOf(written: string): string | null {
  const claim = written.replace(goesOn, '$1').replace(ending, '');
  const hasScheme = /^https?:\/\//i.test(claim);
  if (!hasScheme && claim.includes('@')) return null;
  const url = URL.parse(hasScheme ? claim : `https://${claim}`);
  if (url === null) return null;
  // Without a scheme only what ends like a domain name is one: letters, or punycode.
  if (!hasScheme && !/\.([a-z]{2,24}|xn--[a-z0-9-]+)$/.test(url.hostname)) return null;
  return url.hostname;
}
