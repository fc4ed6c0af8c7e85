const hour = 60 * 60_000;

/** When a working day begins. */
const morning = 9;

/** What staff snooze a conversation until, without choosing a time of their own. */
export type SnoozeChoice = 'later-today' | 'tomorrow' | 'next-week';

/**
 * The times that are offered, in milliseconds since the epoch, by the computer's own clock and zone.
 * Later today is in three hours, on the hour, and is not offered when that is tomorrow.
 */
export function snoozeTimes(
  now: number,
): readonly { readonly id: SnoozeChoice; readonly at: number }[] {
  const later = new Date(now + 3 * hour);
  later.setMinutes(0, 0, 0);
  const today = new Date(now);
  const isToday = later.toDateString() === today.toDateString();
  // Monday is 1; on a Monday it is the next one.
  const toMonday = (8 - today.getDay()) % 7 || 7;
  return [
    ...(isToday ? [{ id: 'later-today', at: later.getTime() } as const] : []),
    { id: 'tomorrow', at: morningIn(today, 1) },
    { id: 'next-week', at: morningIn(today, toMonday) },
  ];
}

function morningIn(today: Date, days: number): number {
  const day = new Date(today.getFullYear(), today.getMonth(), today.getDate() + days, morning);
  return day.getTime();
}
