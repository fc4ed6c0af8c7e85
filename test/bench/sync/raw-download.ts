/* The floor: every message downloaded by imapflow, and thrown away. Input: a server login. */
import { openSocket } from '../../../main/engine/egress/open-socket.ts';
import { openImap } from '../../../main/engine/mail/imap/open-imap.ts';

const started = performance.now();
const opened = await openImap(JSON.parse(process.argv[2] ?? ''), { connect: openSocket });
if (!opened.ok) throw new Error(opened.error.code);
const client = opened.value;
const lock = await client.getMailboxLock('INBOX');
let messages = 0;
for await (const { source } of client.fetch('1:*', { source: true })) {
  if (source !== undefined) messages += 1;
}
lock.release();
await client.logout();
console.log(JSON.stringify({ ms: performance.now() - started, messages }));
