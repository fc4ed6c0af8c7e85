type Waits = {
  /** How long after the last asking, in ms. */
  readonly waitMs: number;
  /** How long the first asking may wait while others follow, in ms. */
  readonly longestWaitMs: number;
};

export type Pause = {
  readonly ask: () => void;
  readonly isAsked: () => boolean;
  /** Does now what is asked for, if anything is. */
  readonly hurry: () => void;
  /** Forgets what is asked for. */
  readonly cancel: () => void;
};

/** Has something done at the next pause of the keys: once for all askings until then. */
export function createPause({ waitMs, longestWaitMs }: Waits, work: () => void): Pause {
  let pause: ReturnType<typeof setTimeout> | undefined;
  let longest: ReturnType<typeof setTimeout> | undefined;
  const isAsked = () => longest !== undefined;
  const cancel = () => {
    clearTimeout(pause);
    clearTimeout(longest);
    longest = undefined;
  };
  const hurry = () => {
    if (!isAsked()) return;
    cancel();
    work();
  };
  return {
    ask() {
      clearTimeout(pause);
      pause = setTimeout(hurry, waitMs);
      longest ??= setTimeout(hurry, longestWaitMs);
    },
    isAsked,
    hurry,
    cancel,
  };
}
