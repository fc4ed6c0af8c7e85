/** Waits until the function gives something other than null, undefined or false; fails after `limit` milliseconds. */
export async function waitFor<T>(
  what: string,
  look: () => T | Promise<T>,
  limit = 15_000,
): Promise<Exclude<T, null | undefined | false>> {
  const end = Date.now() + limit;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) {
      return found as Exclude<T, null | undefined | false>;
    }
    if (Date.now() > end) throw new Error(`waited ${limit} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
