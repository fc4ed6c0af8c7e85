/** "On … wrote:", "… さんは書きました：" and their like: how a line above a quote ends. */
const writing =
  /(wrote|writes|schrieb|écrit|escribió|書きました|書きまし た|のメッセージ)\s*.{0,6}[:：]?\s*$/i;

/** "2026年11月23日(月) 13:15 …": how Japanese programs begin the line, with the name alone after it. */
const dated = /^\s*\d{4}\s?(?:年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|[/.-]\d{1,2}[/.-]\d{1,2})(?!\d)/;

const colonAtEnd = /[:：]\s*$/;

/** What a long line in that style wraps to: the address alone. */
const addressAlone = /^\s*<[^\s<>]+@[^\s<>]+>\s*[:：]\s*$/;

/** Longer lines are prose. Characters. */
const longestDated = 300;

const year = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/**
 * The index in `lines` at which the introduction of the quote that starts at `end` begins: one line
 * or, wrapped, two. `end` itself when the line above introduces nothing.
 */
export function startOfAttribution(lines: readonly string[], end: number): number {
  const line = lines[end - 1];
  if (line === undefined) return end;
  const above = lines[end - 2] ?? '';
  if (isDated(line) && colonAtEnd.test(line)) return end - 1;
  if (addressAlone.test(line.slice(0, longestDated)) && isDated(above)) return end - 2;
  // Only the end counts, and a line of a megabyte must not stop the window.
  if (!writing.test(line.trimEnd().slice(-80))) return end;
  return !/\d/.test(line) && beginsAttribution(above) ? end - 2 : end - 1;
}

function isDated(line: string): boolean {
  return line.length <= longestDated && dated.test(line);
}

/** A number alone does not tell it from the writer's own last sentence: "I paid 500 yen." */
function beginsAttribution(line: string): boolean {
  if (line.length > longestDated || !/\d/.test(line)) return false;
  if (/^\s*(?:on|am|le|el)\s/i.test(line)) return true;
  return year.test(line) && !/[.!?。！？]\s*$/.test(line);
}
