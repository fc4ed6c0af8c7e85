type Place = { readonly start: number; readonly end: number };

/*
 * What addresses look like, in a line whose figures and hyphens are narrow. Each needs more than a
 * number and a name: a price or a date is none. None can take long: every part has a longest length.
 */
const patterns: readonly RegExp[] = [
  // 〒105-0001 東京都港区虎ノ門1-2-3, with what follows on the line
  /〒\s?\d{3}-?\d{4}[^\n。]{0,60}/g,
  // 東京都港区虎ノ門1-2-3, 神奈川県横浜市中区本町一丁目2番地
  /(?:\d{3}-\d{4}\s?)?(?:東京都|北海道|大阪府|京都府|[一-龠]{2,3}県)[^\s、。\d]{0,12}[市区町村郡][^\s、。\d]{0,24}(?:\d|[一二三四五六七八九十]{1,3}(?=丁目|番))[\d\-一二三四五六七八九十丁目番地号の]{0,20}/g,
  // 港区虎ノ門1-2-3
  /[一-龠ぁ-んァ-ヶ]{1,8}[市区町村郡][一-龠ぁ-んァ-ヶー]{1,20}\d{1,4}(?:丁目\d{0,4}番?地?|-\d{1,4}|番地)[\d\-番地号の]{0,12}/g,
  // 1-2-3 Toranomon, Minato-ku, Tokyo 105-0001
  /\d{1,5}(?:-\d{1,5}){1,3},?\s+[A-Z][\w'-]{1,30}(?:,?\s+[A-Z][\w'-]{1,30}){0,5}-(?:ku|shi|gun|cho|machi|mura)\b(?:,?\s+[A-Z][\w'-]{1,30}){0,3}(?:,?\s+\d{3}-\d{4})?/g,
  // 221B Baker Street, London NW1 6XE
  /\b\d{1,5}[A-Za-z]?,?\s+(?:[A-Z][\w'.-]{0,30}\s+){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Court|Ct|Square|Sq|Place|Terrace)\b\.?(?:,?\s+[A-Z][\w'.-]{1,30}){0,4}(?:,?\s+(?:[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}|[A-Z]{2}\s\d{5}(?:-\d{4})?))?/g,
  // a British or an American code with the town before it
  /[A-Z][\w'.-]{1,30},?\s+(?:[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b|[A-Z]{2}\s\d{5}(?:-\d{4})?\b)/g,
];

/** Where postal addresses stand in a line; where two overlap, the whole of both. */
export function postalAddresses(line: string): readonly Place[] {
  if (!/\d|[一二三四五六七八九十](?:丁目|番)/.test(line)) return [];
  const places = patterns
    .flatMap((pattern) =>
      [...line.matchAll(pattern)].map(({ 0: text, index }) => ({
        start: index,
        end: index + text.trimEnd().length,
      })),
    )
    .toSorted((one, other) => one.start - other.start);
  const merged: Place[] = [];
  for (const place of places) {
    const last = merged.at(-1);
    if (last !== undefined && place.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, place.end) };
    else merged.push(place);
  }
  return merged;
}
