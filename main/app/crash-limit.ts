export type CrashLimit = {
  /** Counts a crash at `now`, ms; false when there were too many of late. */
  readonly allows: (now: number) => boolean;
};

/** At most `limit` restarts within any `withinMs`. */
export function createCrashLimit(options: {
  readonly limit: number;
  readonly withinMs: number;
}): CrashLimit {
  let times: readonly number[] = [];
  return {
    allows(now) {
      times = [...times.filter((time) => now - time < options.withinMs), now];
      return times.length <= options.limit;
    },
  };
}
