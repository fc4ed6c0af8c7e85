import {
  fromAbsolute,
  getDayOfWeek,
  toCalendarDateTime,
  toZoned,
  type ZonedDateTime,
} from '@internationalized/date';

export type QuickTime = {
  readonly kind: 'evening' | 'tomorrow' | 'monday';
  /** Milliseconds since the epoch. */
  readonly at: number;
};

const evening = 18;
const morning = 9;
/** Later than this there is no evening left to wait for, in ms before it. */
const shortestWait = 30 * 60_000;

/** The times that staff choose most, of those that are still to come. `now` in ms since the epoch. */
export function quickTimes(now: number, zone: string): QuickTime[] {
  const today = fromAbsolute(now, zone);
  const tonight = atHour(today, evening);
  const tomorrow = today.add({ days: 1 });
  // Monday is 0 for this locale.
  const monday = today.add({ days: 7 - getDayOfWeek(today, 'en-GB') });
  const isMondayTomorrow = monday.compare(tomorrow) === 0;
  return [
    ...(tonight - now < shortestWait ? [] : [{ kind: 'evening', at: tonight } as const]),
    { kind: 'tomorrow', at: atHour(tomorrow, morning) },
    ...(isMondayTomorrow ? [] : [{ kind: 'monday', at: atHour(monday, morning) } as const]),
  ];
}

/** By the clock on the wall, also where summer time begins in between. */
function atHour(day: ZonedDateTime, hour: number): number {
  const wall = toCalendarDateTime(day).set({ hour, minute: 0, second: 0, millisecond: 0 });
  return toZoned(wall, day.timeZone).toDate().getTime();
}
