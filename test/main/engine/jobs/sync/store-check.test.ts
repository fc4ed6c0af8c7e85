import { expect, it } from 'vitest';
import type { SectionDatabase } from '../../../../../main/engine/store/open-database.ts';
import { meddlingProxy } from '../../../../support/meddling-proxy.ts';
import { severalDovecots } from '../../../../support/several-dovecots.ts';
import { shortLetter } from '../../../../support/short-letter.ts';
import { storedFolder } from '../../../../support/stored-inbox.ts';
import { accountOf, loginTo, syncHarness } from '../../../../support/sync-harness.ts';
import { waitFor } from '../../../../support/wait-for.ts';

const users = ['equal', 'other', 'cut', 'stopped'];
const servers: Readonly<Record<string, string | undefined>> = {
  'all that Dovecot offers': undefined,
  'a plain server': 'IMAP4rev1 IDLE',
};
const server = severalDovecots(servers, users);

const subjects = ['one', 'two', 'three', 'four', 'five'];
const uidOf = (db: SectionDatabase, subject: string) =>
  db
    .prepare(`SELECT uid FROM folder_message JOIN message m ON m.id = message_id WHERE subject = ?`)
    .pluck()
    .get(subject) as number;

it.each(Object.keys(servers))('finds nothing where nothing differs: %s', async (name) => {
  const [dovecot, user] = [server(name), 'equal'];
  for (const subject of subjects) dovecot.deliver(user, shortLetter(subject));
  dovecot.deliver(user, shortLetter('sent'), 'Sent');
  const { catchUp, job } = syncHarness(accountOf(loginTo(dovecot, user)));
  await catchUp();
  for (const withContent of [false, true]) {
    job.check.request(withContent);
    await waitFor('the check', () => job.check.status()?.phase === 'done');
    expect(job.check.status()).toMatchObject({ done: 6, total: 6, folders: 2, differences: [] });
  }
});

it.each(Object.keys(servers))(
  'finds what is missing, gone, marked otherwise and changed, and puts it right: %s',
  async (name) => {
    const [dovecot, user] = [server(name), 'other'];
    for (const subject of subjects) dovecot.deliver(user, shortLetter(subject));
    const { db, catchUp, job } = syncHarness(accountOf(loginTo(dovecot, user)));
    await catchUp();
    // As no sync leaves it, and no count shows it.
    db.prepare('DELETE FROM folder_message WHERE uid = ?').run(uidOf(db, 'one'));
    db.prepare(
      `INSERT INTO folder_message (folder_id, uid, message_id, seen)
       SELECT folder_id, 4000, message_id, 0 FROM folder_message WHERE uid = ?`,
    ).run(uidOf(db, 'two'));
    db.prepare('UPDATE folder_message SET flagged = 1 WHERE uid = ?').run(uidOf(db, 'three'));
    db.prepare(`UPDATE message SET content_hash = zeroblob(32) WHERE subject = 'four'`).run();
    job.check.request(true);
    await waitFor('the check', () => job.check.status()?.phase === 'done');
    // A plain server is compared with at every look: the one before the check has put it right.
    const found = name === 'a plain server' ? 0 : 1;
    expect(job.check.status()?.differences).toEqual([
      { path: 'INBOX', role: 'inbox', missing: found, gone: found, flags: found, content: 1 },
    ]);
    const there = await dovecot.messages(user);
    await waitFor('it to be put right', () => {
      const here = storedFolder(db, 'INBOX');
      return (
        here.map(({ uid }) => uid).join() === there.map(({ uid }) => uid).join() &&
        here.every(({ flags }) => !flags.includes('\\Flagged'))
      );
    });
  },
);

it('begins anew with the next connection when the line is cut', async () => {
  const dovecot = server('all that Dovecot offers');
  for (const subject of subjects) dovecot.deliver('cut', shortLetter(subject));
  const { login, meddling } = await meddlingProxy(dovecot, 'cut');
  const { catchUp, job } = syncHarness(accountOf(login));
  await catchUp();
  let cuts = 0;
  meddling.refuse = (command) => {
    if (/BODY\.PEEK\[\]/.test(command) && cuts === 0) {
      cuts += 1;
      meddling.cutAfter = 0;
    }
    return null;
  };
  job.check.request(true);
  await waitFor('the cut', () => cuts === 1 && job.check.status()?.phase === 'waiting');
  meddling.cutAfter = Number.POSITIVE_INFINITY;
  await waitFor('the check', () => job.check.status()?.phase === 'done');
  expect(job.check.status()).toMatchObject({ done: 5, differences: [] });
});

it('is called off, also before there is a connection', async () => {
  const dovecot = server('all that Dovecot offers');
  dovecot.deliver('stopped', shortLetter('one'));
  const { catchUp, job } = syncHarness(accountOf(loginTo(dovecot, 'stopped')));
  job.check.request(false);
  expect(job.check.status()?.phase).toBe('waiting');
  job.check.cancel();
  await catchUp();
  expect(job.check.status()?.phase).toBe('cancelled');
  expect(job.report()).toMatchObject({ troubles: [], connection: { isTold: true } });
  expect(job.report().connection?.capabilities).toContain('IDLE');
  expect(job.report().traffic.received).toBeGreaterThan(500);
});
