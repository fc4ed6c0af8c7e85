/** Does one piece of work after the other, each to its end. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

export function createTurn(): Turn {
  let busy: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = busy.then(work);
    busy = result.catch(() => undefined);
    return result;
  };
}
