type MailLink = { readonly url: string; readonly address: string; readonly subject: string };

/** Characters of a subject that are kept; a real one is far shorter. */
const longestSubject = 200;

/** One address, nothing around it: what would end it or begin another field is not part of it. */
const oneAddress = /^[^\s@<>()[\],;:"\\?&#\p{Cc}\p{Cf}]+@[^\s@<>()[\],;:"\\?&#\p{Cc}\p{Cf}]+$/u;

/**
 * A mailto link without what its writer put in besides the addresses and the subject: hidden
 * recipients, a body, and `attach`, which some mail programs take for a file of this computer
 * (RFC 6068 7). Null when it names nobody to write to.
 */
export function reduceMailLink(link: URL): MailLink | null {
  const addresses = link.pathname.split(',').map((part) => decodedOrRaw(part).trim());
  if (!addresses.every((address) => oneAddress.test(address))) return null;
  const subject = subjectOf(link.search);
  const path = addresses.map(encodeAddress).join(',');
  return {
    url: `mailto:${path}${subject === '' ? '' : `?subject=${encodeURIComponent(subject)}`}`,
    address: addresses.join(', '),
    subject,
  };
}

/** RFC 6068 5: a plus sign is itself here, so that URLSearchParams would read the subject wrongly. */
function subjectOf(search: string): string {
  for (const field of search.slice(1).split('&')) {
    const [name = '', ...value] = field.split('=');
    if (decodedOrRaw(name).toLowerCase() !== 'subject') continue;
    // A line break would begin a header field of the link's own.
    const line = decodedOrRaw(value.join('=')).replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ');
    return [...line.trim()].slice(0, longestSubject).join('');
  }
  return '';
}

function encodeAddress(address: string): string {
  return encodeURIComponent(address).replace('%40', '@');
}

function decodedOrRaw(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    // A stray percent sign: the raw spelling is the honest one.
    if (error instanceof URIError) return text;
    throw error;
  }
}
