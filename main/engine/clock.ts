/** Where every service and job gets the time from, so that tests can hold it. */
export type Clock = {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

export const systemClock: Clock = { now: () => Date.now() };
