import type { ImapFlow, ListResponse } from 'imapflow';

/** Bytes of an account's list of folders: a hundred thousand of them. */
const longestList = 8 * 1024 * 1024;

/** Milliseconds. */
const lookEvery = 20;

/**
 * The account's folders. A server that lists without an end would fill the memory, for the list comes
 * in responses of a line each: the connection is ended then.
 */
export async function listFolders(client: ImapFlow): Promise<ListResponse[]> {
  const before = client.stats().received;
  let isTooLong = false;
  const watch = setInterval(() => {
    if (client.stats().received - before <= longestList) return;
    isTooLong = true;
    client.close();
  }, lookEvery);
  try {
    return await client.list();
  } catch (error) {
    if (!isTooLong) throw error;
    throw Object.assign(new Error('too many folders'), { code: 'ResponseTooLarge' });
  } finally {
    clearInterval(watch);
  }
}
