/*
 * A thousand letters in the engine as the app runs it: all marked read by another program, until the
 * engine's list has none unread; then all marked unread here, one by one, until the server has all of
 * them unread. Input: a server login and a folder for the data.
 */
import { openSocket } from '../../../main/engine/egress/open-socket.ts';
import type { ServerLogin } from '../../../main/engine/mail/account.ts';
import { openImap } from '../../../main/engine/mail/imap/open-imap.ts';
import type { SyncStatus } from '../../../shared/model/sync-status.ts';
import { plainEngine } from '../../support/plain-engine.ts';

type Input = { readonly dataFolder: string; readonly login: ServerLogin; readonly count: number };
export type FlagChanges = { readonly inMs: number; readonly outMs: number };

const { dataFolder, login, count } = JSON.parse(process.argv[2] ?? '') as Input;
const sectionId = 'world-services';
let isLive = false;
const engine = plainEngine(dataFolder, (event, payload) => {
  if (event === 'sync.changed') isLive ||= (payload as SyncStatus).phase === 'live';
});

async function ask<T>(name: string, input: unknown): Promise<T> {
  const result = await engine.call(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
  return result.value as T;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
}

const list = (view: string, offset = 0) =>
  ask<{ total: number; items: { id: number }[] }>('conversation.list', {
    ...{ sectionId, view, query: '', offset, limit: 200 },
  });

await ask('session.create', { name: 'Bench', passphrase: 'lantern ferry orchard nine' });
const { password, trustedCertificate: _, ...server } = login;
const settings = { senderName: '', senderAddress: 'bench@minato.example' };
const passwords = { imap: password, smtp: password };
const account = { ...settings, imap: server, smtp: server };
await ask('account.save', { sectionId, settings: account, passwords });
await until(() => isLive);
if ((await list('unread')).total !== count) throw new Error('not every letter is a conversation');

const opened = await openImap(login, { connect: openSocket });
if (!opened.ok) throw new Error(opened.error.code);
const other = opened.value;
const lock = await other.getMailboxLock('INBOX');
const marked = performance.now();
await other.messageFlagsAdd('1:*', ['\\Seen']);
await until(async () => (await list('unread')).total === 0);
const inMs = performance.now() - marked;
lock.release();
await other.mailboxClose();

const ids: number[] = [];
while (ids.length < count) ids.push(...(await list('inbox', ids.length)).items.map(({ id }) => id));
const began = performance.now();
for (const conversationId of ids)
  await ask('conversation.markSeen', { sectionId, conversationId, seen: false });
await until(async () => {
  const status = await other.status('INBOX', { unseen: true });
  return status !== false && status.unseen === count;
});
const outMs = performance.now() - began;
await other.logout();
await engine.close();
console.log(JSON.stringify({ inMs, outMs } satisfies FlagChanges));
process.exit(0);
