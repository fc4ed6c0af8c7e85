type Dependencies = {
  /** Seconds without input on the whole computer; 0 for ever where nobody counts them. */
  readonly idleSeconds: () => number;
  /** The wall clock, in ms: it goes on while the computer sleeps. */
  readonly now: () => number;
  /** Asked each time, since staff may change it. */
  readonly lockAfterMinutes: () => number;
  readonly lock: () => void;
};

export type IdleLock = {
  /** Looks at the clock and at the desk: every few seconds, and when the computer wakes up. */
  readonly look: () => void;
  /** A key or the mouse reached our own window. */
  readonly sawInput: () => void;
};

/** Locks when nobody has touched the computer for a while, or when it has slept. */
export function createIdleLock({
  idleSeconds,
  now,
  lockAfterMinutes,
  lock,
}: Dependencies): IdleLock {
  let lastLook = now();
  let lastInput = now();
  let isSystemCounting = false;
  let wasLeft = false;

  const limitMs = () => lockAfterMinutes() * 60_000;

  function idleMs(): number {
    // A clock that was put back: nothing happened in the time to come.
    lastInput = Math.min(lastInput, now());
    const seconds = idleSeconds();
    // Some systems, Wayland's among them, always say 0. One that counts says more before long; until
    // then only what reaches our own window is sure to be somebody.
    isSystemCounting ||= seconds > 0;
    return isSystemCounting ? seconds * 1000 : now() - lastInput;
  }

  /** Timers sleep with the computer, and not every system says that it does: the clock tells. */
  function hasSlept(): boolean {
    const gap = now() - lastLook;
    lastLook = now();
    return gap > limitMs();
  }

  return {
    look() {
      const isLeft = hasSlept() || idleMs() >= limitMs();
      // Once for each time that the desk is left, not again at every look.
      if (isLeft && !wasLeft) lock();
      wasLeft = isLeft;
    },
    sawInput() {
      lastInput = now();
    },
  };
}
