/** The beginning of the month that is so many ahead of a moment, both in ms since the epoch, local time. */
export function firstOfMonth(now: number, months: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth() + months, 1).getTime();
}

const april = 3;

/** How many months there are to the next April that begins after this moment. */
export function monthsToApril(now: number): number {
  return (april - new Date(now).getMonth() + 12) % 12 || 12;
}
