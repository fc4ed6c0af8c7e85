import { expect, it } from 'vitest';
import { createIntakeJob } from '../../../../main/engine/jobs/intake/intake-job.ts';
import { silentLog } from '../../../../main/engine/log.ts';
import { saveMember, undoChange } from '../../../../main/engine/services/change-member.ts';
import { eraseMember } from '../../../../main/engine/services/erase-member.ts';
import { readFormMail, setMailAside } from '../../../../main/engine/services/form-mails.ts';
import { listForms, removeForm, teachForm } from '../../../../main/engine/services/forms.ts';
import { memberHistory } from '../../../../main/engine/services/member-history.ts';
import { takeInMail } from '../../../../main/engine/services/take-in-mail.ts';
import { removeOrphans } from '../../../../main/engine/store/lost-places.ts';
import type { MemberId } from '../../../../shared/ids.ts';
import { content, hana, members, place, value } from '../../../support/form-intake.ts';
import { formMail } from '../../../support/form-mail.ts';

it('makes a new member of a form mail, on record as nobody but the mail', async () => {
  const { db, section, teach, deliver, takeIn, names, unread, chain, states } = members();
  teach();
  await deliver(formMail(hana));
  await deliver('From: a@reader.example\r\nSubject: A question\r\n\r\nName: is that needed?\r\n');
  expect(await takeIn()).toEqual({ read: 1, unread: 0 });
  expect(names()).toEqual(['Hana Ito new']);
  expect(unread()).toEqual([]);
  const mail = db.prepare('SELECT message_id FROM form_mail').pluck().get();
  expect(chain()).toEqual([
    { kind: 'form-taught', who: 'Hana Ito', mail: null },
    { kind: 'member-added', who: '', mail },
  ]);
  const memberId = db.prepare('SELECT member_id FROM form_mail').pluck().get() as never;
  expect(value(memberHistory(section, { ...place, memberId }))).toMatchObject([
    { kind: 'added', staffName: '', reason: 'Member page' },
  ]);
  expect(await section.ledger.verify()).toMatchObject({ outcome: 'whole' });
  expect(await takeIn()).toEqual({ read: 0, unread: 0 });
  expect(states()).toEqual(['made']);
});

it('reads the mails that were there before the form was taught, HTML ones and Shift_JIS too', async () => {
  const { teach, deliver, takeIn, names } = members();
  const html = '<table><tr><td>Name</td><td>Ken Abe</td></tr><tr><td>Email</td><td>k@x.example';
  await deliver(formMail({ '<p>New</p><!--': `-->${html}` }, { type: 'text/html' }));
  const japanese = Buffer.concat([
    Buffer.from('From: form@minato.example\r\nContent-Type: text/plain; charset=Shift_JIS\r\n\r\n'),
    // お名前：
    Buffer.from('82a896bc914f8146', 'hex'),
    Buffer.from('Ito Hana\r\n'),
  ]);
  await deliver(japanese);
  await deliver(formMail({ ...hana, Name: 'Sent Copy' }), 'sent');
  teach();
  teach(null, { name: 'お名前', language: 'ja', labels: [{ label: 'お名前', target: 'name' }] });
  await takeIn();
  expect(names().toSorted()).toEqual(['Hana Ito new', 'Ken Abe new']);
});

it.each<[string, string, object]>([
  [
    'is not from the site',
    formMail(hana, { from: '"form@minato.example" <form@minato-members.example>' }),
    { code: 'sender', about: ['form@minato.example'] },
  ],
  [
    'is from the site and somebody else',
    formMail(hana, { from: 'form@minato.example, evil@reader.example' }),
    { code: 'sender' },
  ],
  [
    'the server says is not from the site',
    formMail(hana, {
      headers: ['Authentication-Results: mx.minato.example; spf=fail; dmarc=fail'],
    }),
    { code: 'authentication', about: ['spf', 'dmarc'] },
  ],
  ['has no name', formMail({ ...hana, Name: '-' }), { code: 'no-name' }],
  ['has other labels', formMail({ Hello: 'there' }), { code: 'no-labels' }],
])('keeps one waiting that %s', async (_, raw, problem) => {
  const { teach, deliver, takeIn, names, unread, retry, states } = members();
  teach();
  await deliver(raw);
  expect(await takeIn()).toEqual({ read: 0, unread: 1 });
  expect(names()).toEqual([]);
  expect(unread()).toMatchObject([{ problem, formName: 'Member page', isSetAside: false }]);
  expect(await retry()).toEqual({ read: 0, unread: 1 });
  expect(states()).toEqual(['unread']);
});

it('takes a reply that quotes a registration for no registration', async () => {
  const { teach, deliver, takeIn, states } = members();
  teach();
  const headers = ['In-Reply-To: <one@minato.example>'];
  await deliver(formMail(hana, { from: 'hana@reader.example', headers }));
  expect(await takeIn()).toEqual({ read: 0, unread: 0 });
  expect(states()).toEqual([]);
});

it('links the same registration to the first one', async () => {
  const { db, teach, deliver, takeIn, names, states } = members();
  teach();
  await deliver(formMail(hana, { messageId: 'one@minato.example' }));
  // The same Message-ID, by another route; pressed again, in another case and width.
  const headers = ['X-Route: another'];
  await deliver(formMail(hana, { messageId: 'one@minato.example', headers }));
  await takeIn();
  const again = { Name: 'HANA Ｉｔｏ', Email: 'Hana@Reader.example', Plan: 'ＤＡＩＬＹ' };
  await deliver(formMail(again, { messageId: 'two@minato.example' }));
  await takeIn();
  expect(names()).toEqual(['Hana Ito new']);
  expect(states()).toEqual(['made', 'repeat', 'repeat']);
  expect(db.prepare('SELECT DISTINCT member_id FROM form_mail').pluck().all().length).toBe(1);
  // Somebody has decided: who registers now wants something else.
  db.exec(`UPDATE member SET status = 'rejected'`);
  await deliver(formMail(again, { messageId: 'three@minato.example' }));
  await takeIn();
  expect(names().length).toBe(2);
});

it('links one to the first with all that is on record, however the store keeps it', async () => {
  const { teach, deliver, takeIn, names, states } = members();
  const labels = [
    ...content.labels,
    { label: 'Telephone', target: 'phone' },
    { label: 'Address', target: 'address' },
  ] as const;
  teach(null, { labels: [...labels] });
  const address = '〒231-0002 神奈川県横浜市中区海岸通92丁目3-4';
  const whole = { ...hana, Telephone: '090-0000-1234', Address: address, Friend: 'Ken' };
  await deliver(formMail(whole, { messageId: 'one@minato.example' }));
  await takeIn();
  await deliver(formMail(whole, { messageId: 'two@minato.example' }));
  await takeIn();
  expect(names()).toEqual(['Hana Ito new']);
  expect(states()).toEqual(['made', 'repeat']);
});

it('takes a registration with something corrected for another, for somebody to look at', async () => {
  const { teach, deliver, takeIn, names, states } = members();
  teach();
  await deliver(formMail(hana, { messageId: 'one@minato.example' }));
  await takeIn();
  await deliver(formMail({ ...hana, Plan: 'Weekly' }, { messageId: 'two@minato.example' }));
  await takeIn();
  expect(names()).toEqual(['Hana Ito new', 'Hana Ito new']);
  expect(states()).toEqual(['made', 'made']);
});

it('takes another person for another registration, whatever Message-ID the form gave it', async () => {
  const { teach, deliver, takeIn, names, states } = members();
  teach();
  await deliver(formMail(hana, { messageId: 'one@minato.example' }));
  await takeIn();
  const ken = { Name: 'Ken Abe', Email: 'ken@reader.example', Plan: 'Weekly' };
  await deliver(formMail(ken, { messageId: 'one@minato.example' }));
  await takeIn();
  expect(names()).toEqual(['Ken Abe new', 'Hana Ito new']);
  expect(states()).toEqual(['made', 'made']);
});

it('makes nothing twice when a mail goes from its server and comes again', async () => {
  const { db, teach, deliver, takeIn, names, states } = members();
  teach();
  await deliver(formMail(hana));
  await takeIn();
  db.exec(`UPDATE member SET status = 'approved';
    DELETE FROM folder_message; DELETE FROM message`);
  expect(db.prepare('SELECT message_id FROM form_mail').pluck().get()).toBeNull();
  await deliver(formMail(hana));
  await takeIn();
  expect(names()).toEqual(['Hana Ito approved']);
  expect(states()).toEqual(['made']);
  expect(db.prepare('SELECT message_id FROM form_mail').pluck().get()).not.toBeNull();
});

it('reads what waited once the form is mended', async () => {
  const { db, section, teach, deliver, takeIn, names, unread, read } = members();
  const id = teach();
  await deliver(formMail({ Name: 'Hana Ito', 'E-mail address': 'hana@reader.example' }));
  await takeIn();
  expect(unread()).toMatchObject([
    { problem: { code: 'labels-changed', about: ['Email', 'Plan'] } },
  ]);
  const { text, reading } = await read();
  expect(text).toContain('E-mail address: hana@reader.example');
  expect(reading.record).toMatchObject({
    familyName: 'Ito',
    custom: [{ label: 'E-mail address' }],
  });
  expect(
    db.prepare(`SELECT count(*) FROM chain_entry WHERE kind = 'conversation-viewed'`).pluck().get(),
  ).toBe(1);
  teach(id, {
    labels: [
      { label: 'Name', target: 'name' },
      { label: 'E-mail address', target: 'email' },
    ],
  });
  expect(value(listForms(section, true)).waiting).toBe(1);
  await takeIn();
  expect(names()).toEqual(['Hana Ito new']);
  expect(unread()).toEqual([]);
});

it('is settled by a record made by hand, and waits again when that is taken back', async () => {
  const { section, teach, deliver, takeIn, names, unread, first, now } = members();
  teach();
  await deliver(formMail({ ...hana, Name: '' }));
  await takeIn();
  const fields = { givenName: 'Hana', emails: ['hana@reader.example'] };
  const save = { ...place, memberId: null, fields, reason: '', fromMail: first() };
  const saved = value(saveMember(section, save, now()));
  expect(names()).toEqual(['Hana  new']);
  expect(unread()).toEqual([]);
  if (saved.outcome !== 'saved' || saved.sequence === null) throw new Error('not saved');
  const { memberId, sequence } = saved;
  value(undoChange(section, { ...place, memberId, sequence }, now()));
  expect([names(), unread()]).toMatchObject([[], [{ problem: { code: 'taken-back' } }]]);
});

it('adds no second member of a mail that does not wait any more', async () => {
  const { section, teach, deliver, takeIn, names, first, chain, now } = members();
  teach();
  await deliver(formMail({ ...hana, Name: '' }));
  await takeIn();
  const fields = { givenName: 'Hana', emails: ['hana@reader.example'] };
  const save = { ...place, memberId: null, fields, reason: '', fromMail: first() };
  value(saveMember(section, save, now()));
  const before = chain();
  expect(saveMember(section, save, now())).toMatchObject({ error: { code: 'not-found' } });
  expect([names(), chain()]).toEqual([['Hana  new'], before]);
});

it('makes nothing by itself of a mail that a person took the member back of', async () => {
  const { db, section, teach, deliver, takeIn, names, unread, retry, retryOne, first, now } =
    members();
  const formId = teach();
  await deliver(formMail(hana));
  await takeIn();
  const added = db.prepare(`SELECT sequence, member_id AS memberId FROM member_change`).get();
  const undo = { ...place, ...(added as { sequence: number; memberId: MemberId }) };
  value(undoChange(section, undo, now()));
  teach(formId, { name: 'Members' });
  expect(await takeIn()).toEqual({ read: 0, unread: 0 });
  expect([names(), unread()]).toMatchObject([[], [{ problem: { code: 'taken-back' } }]]);
  expect(await retry()).toEqual({ read: 0, unread: 0 });
  // It goes from its server and comes again.
  db.exec('DELETE FROM folder_message; DELETE FROM message');
  await deliver(formMail(hana));
  expect(await takeIn()).toEqual({ read: 0, unread: 0 });
  expect([names(), unread()]).toMatchObject([[], [{ problem: { code: 'taken-back' } }]]);
  expect(await retryOne(first())).toEqual({ read: 1, unread: 0 });
  expect(names()).toEqual(['Hana Ito new']);
});

it('sets one aside and brings it back', async () => {
  const { section, teach, deliver, takeIn, unread, first, retry } = members();
  teach();
  await deliver(formMail({ Hello: 'there' }));
  await takeIn();
  const messageId = first();
  value(setMailAside(section, { ...place, messageId, isSetAside: true }));
  expect([unread(), unread(true).length]).toEqual([[], 1]);
  expect(await retry()).toEqual({ read: 0, unread: 0 });
  value(setMailAside(section, { ...place, messageId, isSetAside: false }));
  expect([unread().length, unread(true)]).toEqual([1, []]);
});

it('lets nobody but an administrator teach or remove a form', () => {
  const { section, teach, now } = members();
  expect(teachForm(section, { ...place, formId: null, content }, now(), false)).toMatchObject({
    error: { code: 'administrator-needed' },
  });
  const formId = teach();
  expect(removeForm(section, { ...place, formId }, false)).toMatchObject({ ok: false });
  value(removeForm(section, { ...place, formId }, true));
  expect(value(listForms(section, true)).forms).toEqual([]);
});

it('looks through everything that waits, whenever it is woken', async () => {
  const { db, section, mime, now, teach, deliver, names } = members();
  teach();
  for (let index = 0; index < 45; index += 1)
    await deliver(formMail({ ...hana, Email: `h${index}@reader.example` }));
  let looks = 0;
  const job = createIntakeJob({
    db,
    log: silentLog,
    takeIn: (ids) => takeInMail({ db, ledger: section.ledger, mime, now }, ids),
    changed: () => {
      looks += 1;
    },
  });
  job.look();
  await expect.poll(() => looks).toBe(3);
  await job.stop();
  expect(names().length).toBe(45);
});

it('makes no registration of a mail of somebody erased, and says so until an administrator decides', async () => {
  const { db, section, mime, deliver, takeIn, teach, unread, names, first, retry } = members();
  teach();
  await deliver(formMail(hana));
  await takeIn();
  const memberId = db.prepare('SELECT id FROM member').pluck().get() as MemberId;
  const seen = db.prepare('SELECT changed_at FROM member').pluck().get() as number;
  const asked = { ...place, memberId, reason: 'Request 12', seen, deletesMails: false };
  expect(eraseMember(section, asked, Date.UTC(2026, 10, 25), true).ok).toBe(true);
  await deliver(formMail({ ...hana, Name: 'Hanako Ito', Email: 'HANA@reader.example' }));
  await takeIn();
  expect(names()).toEqual([]);
  const problem = { code: 'erased', about: ['1', '2026-11-25T00:00:00.000Z'] };
  expect(unread()).toMatchObject([{ problem }]);
  await retry();
  expect(names()).toEqual([]);
  const { reading } = value(await readFormMail(section, mime, { ...place, messageId: first() }));
  const typed = { ...place, memberId: null, fields: reading.record, fromMail: first() };
  const now = Date.UTC(2026, 10, 26);
  expect(saveMember(section, { ...typed, reason: '' }, now, true)).toMatchObject({
    value: { outcome: 'erased-before' },
  });
  expect(unread()).toHaveLength(1);
  const returning = { ...typed, reason: 'They wrote that they are back', isReturning: true };
  expect(saveMember(section, returning, now, true)).toMatchObject({ value: { outcome: 'saved' } });
  expect(unread()).toEqual([]);
});

it('keeps what waits when another program moves the mail, until somebody has seen to it', async () => {
  const { db, teach, deliver, takeIn, names, unread, retry } = members();
  const id = teach();
  await deliver(formMail({ Name: 'Hana Ito', 'E-mail address': 'hana@reader.example' }));
  await deliver('From: a@reader.example\r\nSubject: A question\r\n\r\nHello\r\n');
  await takeIn();
  db.exec('DELETE FROM folder_message');
  expect(removeOrphans(db)).toMatchObject({ removed: 1 });
  expect(unread()).toMatchObject([{ formName: 'Member page' }]);
  teach(id, { labels: [{ label: 'E-mail address', target: 'email' }, ...content.labels] });
  expect(await retry()).toEqual({ read: 1, unread: 0 });
  expect(names()).toEqual(['Hana Ito new']);
  expect(removeOrphans(db)).toMatchObject({ removed: 1 });
});
