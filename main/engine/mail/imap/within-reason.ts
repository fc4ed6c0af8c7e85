import type { ImapFlow } from 'imapflow';

/**
 * Bytes that a login or an account's list of folders may have: ten thousand folders and more. Read,
 * each of them takes fifty times as many.
 */
const longestTalk = 1024 * 1024;

/** The same with the counts of each folder. */
export const longestCounts = 2 * longestTalk;

/** Milliseconds. */
const lookEvery = 20;

/**
 * Ends the connection of a server that answers without an end: its responses are a line each and
 * would fill the memory together.
 */
export async function withinReason<T>(
  client: ImapFlow,
  talk: () => Promise<T>,
  longest = longestTalk,
): Promise<T> {
  const before = client.stats().received;
  let isTooLong = false;
  const watch = setInterval(() => {
    if (client.stats().received - before <= longest) return;
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
