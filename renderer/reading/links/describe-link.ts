import { stripTrackers } from '../../../shared/link-trackers.ts';
import { decodePunycode } from './decode-punycode.ts';
import { hostNamedIn } from './host-named-in.ts';

export type LinkDescription =
  | {
      readonly kind: 'web';
      /** The address that opens, trackers gone. */
      readonly url: string;
      /** As it goes over the wire: international names in punycode. */
      readonly host: string;
      /** The same name in its own letters; null when it is plain ASCII. */
      readonly readableHost: string | null;
      readonly isEncrypted: boolean;
      /** Names of the tracking parameters that are left out. */
      readonly stripped: readonly string[];
      /** The other host that the link's own words name; null when they do not lie. */
      readonly claimedHost: string | null;
    }
  | { readonly kind: 'mail'; readonly url: string; readonly address: string };

/** What staff should know before a link opens; null when it is none that Fumibako opens. */
export function describeLink(address: string, words: string): LinkDescription | null {
  const url = URL.parse(address);
  if (url === null) return null;
  if (url.protocol === 'mailto:')
    return { kind: 'mail', url: url.href, address: decodedOrRaw(url.pathname) };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const { url: clean, stripped } = stripTrackers(url.href);
  const readable = readableHost(url.hostname);
  const claimed = hostNamedIn(words);
  return {
    kind: 'web',
    url: clean,
    host: url.host,
    readableHost: readable === url.hostname ? null : readable,
    isEncrypted: url.protocol === 'https:',
    stripped,
    claimedHost: claimed === null || isSameSite(claimed, url.hostname) ? null : claimed,
  };
}

/** `xn--bcher-kva.example` in its own letters: `bücher.example`. */
export function readableHost(host: string): string {
  return host
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodePunycode(label.slice(4)) ?? label) : label))
    .join('.');
}

/** "example.com" may lead to "www.example.com", and to any host below it. */
function isSameSite(claimed: string, real: string): boolean {
  const bare = claimed.replace(/^www\./, '');
  return real === bare || real.endsWith(`.${bare}`);
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
