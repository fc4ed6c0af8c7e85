const day = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?月?)?年?$/;

/**
 * When a day begins here, as people write one: 2026-11-28, 2026/11, 2026年11月28日, 2026, today,
 * yesterday. Milliseconds since the epoch; null for what is no day.
 */
export function parseSearchDate(word: string, now: number): number | null {
  const text = word.normalize('NFKC').toLowerCase();
  const today = new Date(now);
  today.setHours(0, 0, 0, 0);
  if (text === 'today' || text === '今日') return today.getTime();
  if (text === 'yesterday' || text === '昨日') return today.setDate(today.getDate() - 1);
  const found = day.exec(text);
  if (found === null) return null;
  const [year, month = 1, date = 1] = found
    .slice(1)
    .flatMap((part) => (part === undefined ? [] : [Number(part)]));
  const at = new Date(year ?? 0, month - 1, date);
  // 2026-02-30 is no day.
  return at.getMonth() === month - 1 && at.getDate() === date ? at.getTime() : null;
}
