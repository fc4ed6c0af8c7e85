/** Characters of a snippet; also about what two lines of a list can show. */
const snippetCharacters = 160;

/** Text that is looked at: what has no words of its own in here has none. */
const lookedAt = 8000;

const attribution =
  /^(?:On .{4,200} wrote:|.{0,100}(?:のメール|さんは書きました|wrote)[:：]|-{2,} ?(?:Original Message|Forwarded message|元のメッセージ|転送メッセージ).{0,40})$/i;

/** What text made from HTML says of links and images: `[https://…]`. */
const linkMark = / ?\[(?:https?|mailto|cid|data):[^\]\s]*\]/g;

/** The first words that the sender wrote, on one line: without quotes, attributions and the signature. */
export function toSnippet(text: string): string {
  const words: string[] = [];
  let length = 0;
  for (const raw of text.slice(0, lookedAt).split('\n')) {
    const line = raw.replace(linkMark, '').trim();
    // RFC 3676 4.3: the signature separator is "-- "; the blank is often lost.
    if (line === '--') break;
    if (line === '' || line.startsWith('>') || line.startsWith('＞')) continue;
    if (attribution.test(line)) continue;
    words.push(line);
    length += line.length + 1;
    if (length > snippetCharacters) break;
  }
  const folded = words.join(' ').replace(/\s+/g, ' ');
  if (folded.length <= snippetCharacters) return folded;
  return `${folded.slice(0, snippetCharacters - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
