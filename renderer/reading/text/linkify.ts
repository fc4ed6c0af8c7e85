export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

/** Ideographic signs end an address too: 「https://example.com/」を見た。 */
const addressPattern =
  /\b(?:https?:\/\/|mailto:)[^\s<>"'`{}|\\^「」『』（）。、，！？〈〉《》【】]+/gi;

/** Splits plain text into words and the http, https and mailto addresses in it. */
export function linkify(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let position = 0;
  for (const match of text.matchAll(addressPattern)) {
    const address = withoutTrailingSigns(match[0]);
    const url = URL.parse(address);
    if (url === null || (url.protocol !== 'mailto:' && url.hostname === '')) continue;
    if (match.index > position)
      parts.push({ kind: 'text', text: text.slice(position, match.index) });
    parts.push({ kind: 'link', text: address, url: url.href });
    position = match.index + address.length;
  }
  if (position < text.length) parts.push({ kind: 'text', text: text.slice(position) });
  return parts;
}

/** A full stop ends the sentence, not the address; a bracket closes only what the address opened. */
function withoutTrailingSigns(address: string): string {
  let end = address.length;
  for (;;) {
    const last = address[end - 1] ?? '';
    const isUnopened = last === ')' && !address.slice(0, end - 1).includes('(');
    const isUnopenedSquare = last === ']' && !address.slice(0, end - 1).includes('[');
    if (!/[.,;:!?*_~]/.test(last) && !isUnopened && !isUnopenedSquare) return address.slice(0, end);
    end -= 1;
  }
}
