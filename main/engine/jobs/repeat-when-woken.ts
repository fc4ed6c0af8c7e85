export type Repeating = {
  /** Does the work, or once more when it is at it. */
  readonly wake: () => void;
  readonly isAtIt: () => boolean;
  /** Ends the waiting; settles when the work at hand is done. */
  readonly stop: () => Promise<void>;
};

type RepeatingOptions = {
  /** Gives how long until it is worth doing again, in milliseconds; null for when it is woken. */
  readonly work: () => Promise<number | null>;
  /** The work threw: it is tried again as long afterwards as this says, in milliseconds. */
  readonly failed: (error: unknown) => number;
};

/** The clock may be put forward, and a timer takes no more than 24 days: looked at this often, in ms. */
const longestSleep = 60_000;

/** One piece of work that is done again and again, never twice at a time. */
export function repeatWhenWoken({ work, failed }: RepeatingOptions): Repeating {
  let running: Promise<void> | null = null;
  let isAgain = false;
  let isStopped = false;
  let timer: NodeJS.Timeout | null = null;

  async function run(): Promise<void> {
    let wait: number | null = null;
    do {
      isAgain = false;
      try {
        wait = await work();
      } catch (error) {
        wait = failed(error);
      }
    } while (isAgain && !isStopped);
    if (isStopped || wait === null) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(wake, Math.min(wait, longestSleep));
  }

  function wake(): void {
    if (isStopped) return;
    isAgain = true;
    running ??= run().finally(() => {
      running = null;
      // Woken by what it did last.
      if (isAgain) wake();
    });
  }

  return {
    wake,
    isAtIt: () => running !== null,
    async stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}
