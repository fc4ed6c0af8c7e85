import { expect, it } from 'vitest';
import { findEditPlaces, findOfferedEdit } from '../../../../../main/engine/store/edited-drafts.ts';
import {
  asPhone,
  choose,
  copiedReplies,
  newId,
  offered,
  saveElsewhere,
} from '../../../../support/edit-elsewhere.ts';
import { hana, ken } from '../../../../support/section-ledger.ts';

const { copied, desktop } = copiedReplies([
  'new-id',
  'same-id',
  'references',
  'again',
  'ours',
  'foreign',
  'two',
  'named',
]);

it.each(['expunged', 'marked'] as const)(
  'offers what another program saved under a new Message-ID, its old copy %s, and copies nothing beside it',
  async (old) => {
    const section = await copied('new-id');
    const before = Date.now() - 2000;
    await saveElsewhere(section, { old });
    await section.look();
    expect(offered(section)).toMatchObject({
      text: 'Dear Hana, from my phone.\n',
      html: null,
      hasFiles: false,
      problem: null,
    });
    expect(offered(section)?.savedAt).toBeGreaterThan(before);
    expect(section.changes).toContain(section.conversationId);
    // Written on here meanwhile: two texts, and the person chooses.
    section.write('Dear Hana, yes.');
    await section.whole(section.job.look);
    await section.look();
    expect(await section.texts()).not.toContain('Dear Hana, yes.');
    expect(await section.texts()).toContain('Dear Hana, from my phone.');
    section.write('');
    await section.whole(section.job.look);
    // Of another program's, nothing goes without a choice; here nothing is kept of it.
    expect(await section.texts()).toEqual(['Dear Hana, from my phone.']);
    expect(findEditPlaces(section.db)).toEqual([]);
    await section.elsewhere(async (client) => {
      await client.mailboxDelete('Drafts');
    });
  },
);

it('offers a version that kept the Message-ID and the marks of our copy, and takes neither for ours', async () => {
  const section = await copied('same-id');
  await saveElsewhere(section, { head: {}, old: 'left' });
  section.write('Dear Hana, yes.');
  await section.whole(section.job.look);
  expect(offered(section)?.text).toBe('Dear Hana, from my phone.\n');
  section.write('');
  await section.whole(section.job.look);
  expect(await section.texts()).toEqual(['Dear Hana, from my phone.']);
});

it('knows a version by its references where the program keeps no In-Reply-To', async () => {
  const section = await copied('references');
  const references = '<first@example.com>\r\n <question@example.com>';
  await saveElsewhere(section, { head: { ...asPhone, 'in-reply-to': null, references } });
  await section.look();
  expect(offered(section)?.text).toBe('Dear Hana, from my phone.\n');
});

it('offers nothing that a copy of the same reply ever said, however it is encoded and folded', async () => {
  const section = await copied('again', 'Dear Hana,\n\nthe boat leaves at nine. Every day.');
  await saveElsewhere(section, {
    head: {
      ...asPhone,
      'content-type': 'text/plain; charset=utf-8',
      'content-transfer-encoding': 'base64',
    },
    body: `\r\n${Buffer.from('Dear Hana,\r\n\r\nthe boat leaves\r\nat nine. Every day.\r\n').toString('base64')}\r\n`,
  });
  section.write('Dear Hana,\n\nat ten.');
  await section.whole(section.job.look);
  await section.look();
  expect(offered(section)).toBeNull();
  // A newer one is copied, and the version of before is another program's: it stays.
  expect(await section.onServer()).toHaveLength(2);
  await saveElsewhere(section, {
    head: { ...asPhone, 'message-id': '<later@phone.example>' },
    body: 'Dear Hana,\r\n\r\nat eleven.',
  });
  await section.look();
  expect(offered(section)?.text).toBe('Dear Hana,\n\nat eleven.\n');
});

it('never offers copies of ours: replaced ones, those of a colleague, those of another desktop', async () => {
  const section = await copied('ours');
  const { db, write, conversationId, whole, job, look } = section;
  write('Dear Hana, from Ken', 'reply', ken);
  await whole(job.look);
  // One whose answer was lost, of which no record is left either.
  write('Dear Hana, lost');
  await whole(job.look);
  db.prepare('DELETE FROM server_draft WHERE staff_id = ? AND saved_at = ?').run(
    hana.id,
    section.time.now,
  );
  write('Dear Hana, newer');
  await whole(job.look);
  const other = desktop('ours');
  other.write('Dear Hana, from another desktop');
  await other.whole(other.start().look);
  await look();
  await other.whole(() => other.start().opened(other.conversationId));
  expect((await section.texts()).toSorted()).toEqual([
    'Dear Hana, from Ken',
    'Dear Hana, from another desktop',
    'Dear Hana, lost',
    'Dear Hana, newer',
  ]);
  for (const writer of [hana, ken]) {
    expect(findOfferedEdit(db, conversationId, writer.id)).toBeNull();
    expect(offered(other, writer)).toBeNull();
  }
  // An edit of the other desktop's copy, its marks kept, is nobody's here.
  await saveElsewhere(other, { head: newId });
  await look();
  expect(offered(section)).toBeNull();
  expect(offered(section, ken)).toBeNull();
  await other.whole(() => other.start().look());
  expect(offered(other)?.text).toBe('Dear Hana, from my phone.\n');
});

it('takes no other draft for a version of a reply', async () => {
  const section = await copied('foreign');
  const others = [
    { 'in-reply-to': '<another@example.com>', references: null },
    { 'in-reply-to': null, references: '<question@example.com> <another@example.com>' },
    { 'in-reply-to': null, references: null },
    { from: 'Somebody <somebody@minato.example>' },
    { from: 'foreign@minato.example.evil.test' },
    { from: '"World <foreign@minato.example>" <somebody@minato.example>' },
  ];
  for (const head of others) {
    await saveElsewhere(section, { head: { ...asPhone, ...head }, old: 'left' });
  }
  await section.look();
  expect(findEditPlaces(section.db)).toEqual([]);
});

it('offers what could be either colleague’s to both, until one takes it or both keep their own', async () => {
  const section = await copied('two');
  const { job, write, whole, look, texts } = section;
  write('Dear Hana, from Ken', 'reply', ken);
  await whole(job.look);
  await saveElsewhere(section);
  await look();
  expect(offered(section)?.text).toBe('Dear Hana, from my phone.\n');
  expect(choose(section, 'kept')).toBe(true);
  await whole(job.look);
  // Not Hana's, so it may be Ken's.
  expect(offered(section)).toBeNull();
  expect(offered(section, ken)?.text).toBe('Dear Hana, from my phone.\n');
  expect(await texts()).toContain('Dear Hana, from my phone.');
  expect(choose(section, 'kept', ken)).toBe(true);
  await whole(job.look);
  await look();
  expect(offered(section)).toBeNull();
  expect(offered(section, ken)).toBeNull();
});

it('offers a version that kept the name of the draft to its writer alone', async () => {
  const section = await copied('named');
  const { job, write, whole, look } = section;
  write('Dear Hana, from Ken', 'reply', ken);
  await whole(job.look);
  // Of the newest: of Ken's.
  await saveElsewhere(section, { head: newId });
  await look();
  expect(offered(section)).toBeNull();
  expect(choose(section, 'taken')).toBe(false);
  expect(offered(section, ken)?.text).toBe('Dear Hana, from my phone.\n');
});
