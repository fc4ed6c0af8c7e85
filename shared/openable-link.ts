import { stripTrackers } from './link-trackers.ts';
import { reduceMailLink } from './mail-link.ts';

export type OpenableLink =
  | {
      readonly kind: 'web';
      /** The address that opens, trackers gone. */
      readonly url: string;
      /** Names of the tracking parameters that are left out. */
      readonly stripped: readonly string[];
    }
  | {
      readonly kind: 'mail';
      /** Addresses and subject, and nothing else that the link brought. */
      readonly url: string;
      /** Whom the mail program will write to, as people read it. */
      readonly address: string;
      /** '' when the link has none. */
      readonly subject: string;
    };

/**
 * What opens for a link, and all that opens; null when Fumibako opens nothing for it. The question
 * that staff answer and the door to the system both ask here, so that they cannot differ. Only web
 * and mail addresses: others can start programs.
 */
export function openableLink(address: string): OpenableLink | null {
  const url = URL.parse(address);
  if (url === null) return null;
  if (url.protocol === 'mailto:') {
    const mail = reduceMailLink(url);
    return mail === null ? null : { kind: 'mail', ...mail };
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  return { kind: 'web', ...stripTrackers(url.href) };
}
