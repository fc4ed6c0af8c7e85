import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SectionContext } from '../../../../main/engine/services/section-context.ts';
import { listTags, tagConversation } from '../../../../main/engine/services/tags.ts';
import { countQueue } from '../../../../main/engine/store/mail-reports.ts';
import type { SectionDatabase } from '../../../../main/engine/store/open-database.ts';
import { findKeywords } from '../../../../main/engine/store/tags.ts';
import type { ConversationId } from '../../../../shared/ids.ts';
import { type Dovecot, startDovecot } from '../../../support/dovecot.ts';
import { meddlingProxy } from '../../../support/meddling-proxy.ts';
import { sectionContext } from '../../../support/section-context.ts';
import {
  accountOf,
  loginTo,
  type SyncHarness,
  syncHarness,
} from '../../../support/sync-harness.ts';
import { waitFor } from '../../../support/wait-for.ts';

let dovecot: Dovecot;
beforeAll(async () => {
  dovecot = await startDovecot(['tagging', 'offline', 'keyless']);
});
afterAll(() => dovecot.stop());

function deliver(user: string, id: string, more = ''): void {
  dovecot.deliver(
    user,
    `From: Hana <hana@example.com>\r\nTo: ${user}@minato.example\r\nSubject: Ferry\r\n` +
      `Message-ID: <${id}@example.com>\r\n${more}Date: Mon, 02 Nov 2026 10:00:00 +0900\r\n\r\nText\r\n`,
  );
}

const keywordsOf = async (user: string) =>
  (await dovecot.messages(user)).map(({ flags }) =>
    flags.filter((flag) => !flag.startsWith('\\')).join(' '),
  );
const onlyConversation = (db: SectionDatabase) =>
  db.prepare('SELECT id FROM conversation').pluck().get() as ConversationId;

function desk({ db, job }: Pick<SyncHarness, 'db' | 'job'>) {
  const section: SectionContext = { ...sectionContext(db), sync: job };
  return {
    tag: (name: string, isSet = true) =>
      tagConversation(
        section,
        { sectionId: 'world-services', conversationId: onlyConversation(db), tag: { name }, isSet },
        Date.now(),
      ),
    tags: () => {
      const listed = listTags(section);
      return listed.ok ? listed.value : null;
    },
  };
}

it('shares tags with every program of the account', async () => {
  const user = 'tagging';
  deliver(user, 'one');
  deliver(user, 'two', 'References: <one@example.com>\r\n');
  const harness = syncHarness(accountOf(loginTo(dovecot, user)));
  await harness.catchUp();
  const { tag, tags } = desk(harness);
  expect(tag('訂正')).toEqual({ ok: true, value: { keyword: '&igJrYw-', name: '訂正' } });
  // On every letter of the conversation.
  await waitFor('the tag on the server', async () =>
    (await keywordsOf(user)).every((keywords) => keywords === '&igJrYw-'),
  );
  await dovecot.doveadm('flags', 'add', '-u', user, 'Story_tip $Label1', 'mailbox', 'INBOX', 'all');
  const { db } = harness;
  const id = onlyConversation(db);
  await waitFor('the tags from elsewhere', () => findKeywords(db, id).length === 3);
  expect(tags()).toEqual({
    tags: expect.arrayContaining([
      { keyword: 'Story_tip', name: 'Story tip', count: 1 },
      { keyword: '$Label1', name: '$Label1', count: 1 },
    ]),
    areHereOnly: false,
  });
  // The same to the server, whatever the case.
  expect(tag('story TIP')).toEqual({ ok: true, value: null });
  expect(tag('story TIP', false)).toMatchObject({ value: { keyword: 'Story_tip' } });
  await waitFor('the tag to go', async () => !(await keywordsOf(user)).join().includes('tip'));
  expect(findKeywords(db, id)).toEqual(['$Label1', '&igJrYw-']);
  await waitFor('an empty queue', () => countQueue(db).marks === 0);
  expect(tag('x'.repeat(51))).toMatchObject({ ok: false, error: { code: 'tag-unusable' } });
  // Who did what is kept, as for all that staff do.
  expect(
    db.prepare("SELECT body FROM conversation_event WHERE type = 'tagged'").pluck().all(),
  ).toEqual(['{"keyword":"&igJrYw-","isSet":true}', '{"keyword":"Story_tip","isSet":false}']);
});

it('keeps what was tagged without a line, over what the server says meanwhile', async () => {
  const user = 'offline';
  deliver(user, 'one');
  const account = accountOf(loginTo(dovecot, user));
  const first = syncHarness(account);
  await first.catchUp();
  await first.job.stop();
  expect(desk(first).tag('Press').ok).toBe(true);
  await dovecot.renumber(user);
  await dovecot.doveadm('flags', 'add', '-u', user, 'Other', 'mailbox', 'INBOX', 'all');
  const again = syncHarness(account, { db: first.db });
  await again.catchUp();
  again.job.poke();
  await waitFor('both tags', async () => {
    const [keywords] = await keywordsOf(user);
    return keywords?.split(' ').sort().join() === 'Other,Press';
  });
  expect(findKeywords(first.db, onlyConversation(first.db))).toEqual(['Other', 'Press']);
  expect(countQueue(first.db).marks).toBe(0);
});

it('keeps tags here where the server takes none, and says so', async () => {
  const user = 'keyless';
  deliver(user, 'one');
  const { login, meddling } = await meddlingProxy(dovecot, user);
  // As Exchange has it: no keyword may be made.
  meddling.rewrite = (line) => line.replaceAll(' \\*)', ')');
  const harness = syncHarness(accountOf(login));
  await harness.catchUp();
  const { tag, tags } = desk(harness);
  tag('Press');
  await waitFor('the refusal', () => tags()?.areHereOnly === true);
  expect(countQueue(harness.db).marks).toBe(0);
  // What the server says of its flags takes nothing away.
  await dovecot.doveadm('flags', 'add', '-u', user, '\\Flagged', 'mailbox', 'INBOX', 'all');
  const id = onlyConversation(harness.db);
  const isFlagged = harness.db.prepare('SELECT flagged FROM conversation WHERE id = ?').pluck();
  await waitFor('the flag', () => isFlagged.get(id) === 1);
  expect(findKeywords(harness.db, id)).toEqual(['Press']);
  expect(await keywordsOf(user)).toEqual(['']);
  tag('Press', false);
  await waitFor('no tag', () => tags()?.tags.length === 0);
  await waitFor('the word of it to go', () => tags()?.areHereOnly === false);
});
