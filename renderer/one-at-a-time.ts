type OneAtATime = {
  /** Asks at once, or as soon as the answer that is on its way is here. */
  readonly ask: () => Promise<void>;
  /** Nobody waits any more for what is on its way. */
  readonly stop: () => void;
};

/**
 * Asks one question again and again, never twice at the same time. Whatever is asked meanwhile is
 * asked once more after it, and no answer is thrown away: during a long sync a newer question comes
 * before every answer, and a screen that waits for the newest would never show any.
 */
export function createOneAtATime<T>(
  question: () => Promise<T>,
  onAnswer: (answer: T, isNewest: boolean) => void,
): OneAtATime {
  let isAsking = false;
  let isOutdated = false;
  let isStopped = false;
  return {
    async ask() {
      isOutdated = true;
      if (isAsking) return;
      isAsking = true;
      try {
        while (isOutdated && !isStopped) {
          isOutdated = false;
          const answer = await question();
          if (!isStopped) onAnswer(answer, !isOutdated);
        }
      } finally {
        isAsking = false;
      }
    },
    stop() {
      isStopped = true;
    },
  };
}
