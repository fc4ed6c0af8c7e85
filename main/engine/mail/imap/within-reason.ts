import type { ImapFlow } from 'imapflow';

/**
 * Bytes that a login or an account's list of folders may have: five thousand folders with the counts
 * of each. Read, each byte takes fifty, and a megabyte more may be on its way before it is stopped.
 */
const longestTalk = 768 * 1024;

/** Milliseconds. */
const lookEvery = 5;

/**
 * Ends the connection of a server that answers without an end: its responses are a line each and
 * would fill the memory together.
 */
export async function withinReason<T>(client: ImapFlow, talk: () => Promise<T>): Promise<T> {
  const before = client.stats().received;
  let isTooLong = false;
  const watch = setInterval(() => {
    if (client.stats().received - before <= longestTalk) return;
    isTooLong = true;
    client.close();
  }, lookEvery);
  try {
    return await talk();
  } catch (error) {
    if (!isTooLong) throw error;
    throw Object.assign(new Error('an answer without an end'), { code: 'ResponseTooLarge' });
  } finally {
    clearInterval(watch);
  }
}
