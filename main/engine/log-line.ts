import { type LogEvent, logEvents } from './log-events.ts';

/** Stands where a value was that the log does not take. */
const left = '-';

/**
 * One line of the log, line break included; `at` in ms. The types let nothing else in, and here it is
 * looked at once more: an unknown event loses its name, an unknown field goes, and a value of another
 * shape is replaced.
 */
export function logLine(at: number, event: LogEvent, fields: unknown): string {
  const time = new Date(at).toISOString();
  if (!Object.hasOwn(logEvents, event)) return `${time} ${left}\n`;
  const given = new Map(Object.entries(Object(fields)));
  const entries = Object.entries(logEvents[event].shape).map(([name, type]) => {
    const value = type.safeParse(given.get(name));
    return [name, value.success ? value.data : left];
  });
  return `${time} ${event} ${JSON.stringify(Object.fromEntries(entries))}\n`;
}
