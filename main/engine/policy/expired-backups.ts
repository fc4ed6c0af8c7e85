const day = 24 * 60 * 60 * 1000;
const week = 7 * day;

/** 5 January 1970 was a Monday. */
const monday = 4 * day;

/** How many days, and how many weeks, have their newest backup kept. */
const kept = { days: 7, weeks: 4 } as const;

/**
 * The backups that may go, of those made at these times (ms since the epoch): all but the newest of
 * each of the last seven days, and of each of the last four weeks, that have any. Days and weeks are
 * those of UTC. However old, the newest stays. Those of a time that is yet to come, made while the
 * clock was wrong, stay until then, and do not count: they would push out all that is made meanwhile.
 */
export function expiredBackups(times: readonly number[], now: number): readonly number[] {
  const newestFirst = times.filter((at) => at <= now).toSorted((one, other) => other - one);
  const keep = new Set([
    ...newestOfEach(newestFirst, (at) => Math.floor(at / day)).slice(0, kept.days),
    ...newestOfEach(newestFirst, (at) => Math.floor((at - monday) / week)).slice(0, kept.weeks),
  ]);
  return newestFirst.filter((at) => !keep.has(at));
}

function newestOfEach(newestFirst: readonly number[], span: (at: number) => number): number[] {
  const newest = new Map<number, number>();
  for (const at of newestFirst) if (!newest.has(span(at))) newest.set(span(at), at);
  return [...newest.values()];
}
