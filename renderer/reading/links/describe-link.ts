import { decodePunycode } from '../../../shared/decode-punycode.ts';
import { type OpenableLink, openableLink } from '../../../shared/openable-link.ts';
import { hostsNamedIn } from './hosts-named-in.ts';

type WebLink = Extract<OpenableLink, { kind: 'web' }>;

export type LinkDescription =
  | (WebLink & {
      /** As it goes over the wire: international names in punycode. */
      readonly host: string;
      /** The same name in its own letters; null when it is plain ASCII. */
      readonly readableHost: string | null;
      readonly isEncrypted: boolean;
      /** The other host that the link's own words name; null when they do not lie. */
      readonly claimedHost: string | null;
    })
  | Extract<OpenableLink, { kind: 'mail' }>;

/**
 * What staff should know before a link opens; null when it is none that Fumibako opens.
 * @param words what every link to this address says: nobody can tell which of them was followed.
 */
export function describeLink(address: string, words: readonly string[]): LinkDescription | null {
  const link = openableLink(address);
  if (link === null || link.kind === 'mail') return link;
  const { host, hostname, protocol } = new URL(link.url);
  const readable = readableHost(hostname);
  return {
    ...link,
    host,
    readableHost: readable === hostname ? null : readable,
    isEncrypted: protocol === 'https:',
    claimedHost:
      words.flatMap(hostsNamedIn).find((claimed) => !isSameSite(claimed, hostname)) ?? null,
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
