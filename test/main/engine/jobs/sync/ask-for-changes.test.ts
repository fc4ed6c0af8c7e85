import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Dovecot, startDovecot } from '../../../../support/dovecot.ts';
import { meddlingProxy } from '../../../../support/meddling-proxy.ts';
import { shortLetter } from '../../../../support/short-letter.ts';
import { storedFolder } from '../../../../support/stored-inbox.ts';
import { accountOf, syncHarness } from '../../../../support/sync-harness.ts';
import { waitFor } from '../../../../support/wait-for.ts';

const users = ['changed', 'silent', 'cut', 'told'];
let dovecot: Dovecot;
beforeAll(async () => {
  dovecot = await startDovecot(users);
});
afterAll(async () => {
  await dovecot.stop();
});

const onServer = async (user: string, path = 'INBOX') =>
  (await dovecot.messages(user, path)).map(({ uid, flags, raw }) => ({
    ...{ uid, raw },
    flags: flags.filter((flag) => flag !== '\\Recent').sort(),
  }));

/** A mailbox that was synced before, behind a line on which every comparison of all UIDs is counted. */
async function syncedBefore(user: string, subjects: readonly string[]) {
  for (const subject of subjects) dovecot.deliver(user, shortLetter(subject));
  const { login, meddling } = await meddlingProxy(dovecot, user);
  const compared: string[] = [];
  meddling.refuse = (command) => {
    if (/UID SEARCH .*\bALL\b/.test(command)) compared.push(command);
    return null;
  };
  const first = syncHarness(accountOf(login));
  await first.catchUp();
  await first.job.stop();
  compared.length = 0;
  const { db, catchUp } = syncHarness(accountOf(login), { db: first.db });
  const again = async () => {
    await catchUp();
    await waitFor('it to be as the server', async () => {
      const [here, there] = [storedFolder(db, 'INBOX'), await onServer(user)];
      return JSON.stringify(here.map(strip)) === JSON.stringify(there.map(strip));
    });
    expect(storedFolder(db, 'INBOX')).toEqual(await onServer(user));
  };
  return { db, meddling, compared, again };
}
const strip = ({ uid, flags }: { uid: number; flags: readonly string[] }) => [uid, flags];

async function change(user: string): Promise<void> {
  await dovecot.doveadm('expunge', '-u', user, 'mailbox', 'INBOX', 'subject', 'two');
  await dovecot.doveadm('flags', 'add', '-u', user, '\\Flagged $Label1', 'subject', 'three');
  dovecot.deliver(user, shortLetter('five'));
}

it('asks for what changed, and compares nothing', async () => {
  const { compared, again } = await syncedBefore('changed', ['one', 'two', 'three', 'four']);
  await change('changed');
  await again();
  expect(compared).toEqual([]);
});

it('compares everything where the answers do not add up', async () => {
  const { compared, meddling, again } = await syncedBefore('silent', ['one', 'two', 'three']);
  await change('silent');
  // A server that forgot what was deleted.
  meddling.rewrite = (line) => (line.startsWith('* VANISHED (EARLIER)') ? '* OK' : line);
  await again();
  expect(compared.length).toBeGreaterThan(0);
});

it('finds what it had not yet downloaded when the line was cut', async () => {
  const { meddling, again } = await syncedBefore('cut', ['one', 'two', 'three']);
  for (const subject of ['five', 'six', 'seven']) dovecot.deliver('cut', shortLetter(subject));
  let fetches = 0;
  meddling.refuse = (command) => {
    if (/BODY\.PEEK\[\]/.test(command)) {
      fetches += 1;
      if (fetches === 1) meddling.cutAfter = 0;
    }
    return null;
  };
  const cut = waitFor('the cut', () => fetches > 0).then(() => {
    meddling.cutAfter = Number.POSITIVE_INFINITY;
  });
  await again();
  await cut;
});

it('hears of every folder at once from a server that tells (RFC 5465)', async () => {
  await dovecot.doveadm('mailbox', 'create', '-s', '-u', 'told', 'Desk');
  const { db, again } = await syncedBefore('told', ['one']);
  await again();
  const before = Date.now();
  // By a program that keeps the folder's index, as a delivery agent does.
  await dovecot.doveadm('copy', '-u', 'told', 'Desk', 'mailbox', 'INBOX', 'all');
  await waitFor('the copy', () => storedFolder(db, 'Desk').length === 1);
  // Folders are asked about once a minute.
  expect(Date.now() - before).toBeLessThan(30_000);
  await dovecot.doveadm('mailbox', 'create', '-s', '-u', 'told', 'Made');
  await waitFor('the folder', () => db.prepare(`SELECT 1 FROM folder WHERE path = 'Made'`).get());
});
