/** Where the demo gets its delays from, so that tests need not wait. */
export type Timers = {
  /** Runs once after the delay; the returned function cancels. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
};

export const systemTimers: Timers = {
  after: (milliseconds, run) => {
    const handle = setTimeout(run, milliseconds);
    return () => clearTimeout(handle);
  },
};
