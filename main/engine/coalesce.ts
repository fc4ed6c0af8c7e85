/**
 * Gathers what it is called with and hands it on in one call: at once when none went out within the
 * last `interval` milliseconds or the value is urgent, else when that has passed. The last value is
 * never lost.
 */
export function coalesce<T>(
  interval: number,
  handOn: (gathered: readonly T[]) => void,
  isUrgent: (value: T) => boolean = () => false,
): (value: T) => void {
  let gathered: T[] = [];
  let timer: NodeJS.Timeout | null = null;

  function flush(): void {
    timer = null;
    if (gathered.length === 0) return;
    const values = gathered;
    gathered = [];
    timer = setTimeout(flush, interval);
    // A pending event must not keep an ending process alive.
    timer.unref();
    handOn(values);
  }

  return (value) => {
    const isNow = isUrgent(value) || timer === null;
    gathered.push(value);
    if (!isNow) return;
    clearTimeout(timer ?? undefined);
    flush();
  };
}

/** The same for news of which each makes what was before it old: the latest alone is handed on. */
export function coalesceLatest<T>(
  interval: number,
  handOn: (latest: T) => void,
  isUrgent?: (value: T) => boolean,
) {
  const handOnLatest = (gathered: readonly T[]): void => {
    const latest = gathered.at(-1);
    if (latest !== undefined) handOn(latest);
  };
  return coalesce<T>(interval, handOnLatest, isUrgent);
}
