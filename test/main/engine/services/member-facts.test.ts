import { randomUUID } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { createMimePool } from '../../../../main/engine/mail/mime/worker-pool.ts';
import { checkMember } from '../../../../main/engine/policy/check-member.ts';
import { showTelephone } from '../../../../main/engine/policy/telephone.ts';
import { createLetterCheck } from '../../../../main/engine/services/check-letter.ts';
import { sendReply } from '../../../../main/engine/services/send-reply.ts';
import { saveAccount } from '../../../../main/engine/store/account.ts';
import { insertMember } from '../../../../main/engine/store/members.ts';
import { findOutboxItems } from '../../../../main/engine/store/outbox-items.ts';
import type { MemberRecord } from '../../../../shared/model/member.ts';
import type { SectionId } from '../../../../shared/model/section.ts';
import { mika } from '../../../support/members.ts';
import { plainLetter } from '../../../support/plain-letter.ts';
import { sectionContext } from '../../../support/section-context.ts';
import { sectionDatabase } from '../../../support/section-database.ts';
import { storeLetter } from '../../../support/stored-letter.ts';
import { accountOf } from '../../../support/sync-harness.ts';

const mime = createMimePool({
  workerUrl: new URL('../../../../main/engine/mail/mime-worker.ts', import.meta.url),
  size: 1,
});
afterAll(() => mime.close());

const reader = 'hana@example.com';
const reason = 'She asked us to send her what we have.';

/** A section with one letter of a reader's, and a Members section with these. */
function desk(
  members: readonly Partial<MemberRecord>[],
  { id = 'world-services' as SectionId, question = 'Where is it?' } = {},
) {
  const db = sectionDatabase();
  const records = sectionDatabase();
  for (const one of members) {
    const { record, faults } = checkMember({ ...mika, ...one });
    expect(faults).toEqual([]);
    insertMember(records, record, { sortKey: '', words: '' }, 0);
  }
  saveAccount(
    db,
    accountOf({
      ...{ host: 'mail.example', port: 993, security: 'tls', user: 'world', password: 'p' },
      ...{ trustedFingerprint: null, trustedCertificate: null },
    }),
  );
  const raw = `From: ${reader}\r\nSubject: A question\r\n\r\n${question}\r\n`;
  const compressed = new Uint8Array(deflateRawSync(Buffer.from(raw)));
  const place = storeLetter(db, { headerMessageId: 'question@example.com', compressed });
  const section = { ...sectionContext(db), id };
  const letter = (text: string) => ({
    ...{ ...place, sectionId: id, kind: 'reply' as const, to: [reader] },
    ...{ content: plainLetter(text) },
  });
  const check = createLetterCheck(mime);
  return {
    db,
    found: async (text: string, seen: typeof records | null = records) => {
      const input = { ...letter(text), attachments: [], excepted: [] };
      const answer = await check(section, input, seen);
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.value.findings
        .filter(({ kind }) => kind === 'member-data')
        .map(({ about }) => about);
    },
    send: (
      text: string,
      { memberReason = undefined as string | undefined, isAdministrator = true, seen = true } = {},
    ) =>
      sendReply(
        section,
        mime,
        {
          ...letter(text),
          token: randomUUID(),
          ...(memberReason === undefined ? {} : { memberReason }),
        },
        0,
        { isAdministrator, members: seen ? records : null },
      ),
    told: () =>
      db
        .prepare(`SELECT kind, target, reason FROM chain_entry WHERE kind = 'member-data'`)
        .all() as readonly object[],
  };
}

it('keeps a reply here that tells a member’s number, until an administrator says why, on record', async () => {
  const { db, send, told } = desk([mika]);
  const text = 'Her number is 090-1234-5678.';
  expect(await send(text)).toMatchObject({ error: { code: 'reason-needed' } });
  expect(await send(text, { memberReason: reason, isAdministrator: false })).toMatchObject({
    error: { code: 'administrator-needed' },
  });
  expect(findOutboxItems(db)).toEqual([]);
  expect(told()).toEqual([]);
  expect(await send(text, { memberReason: reason })).toMatchObject({ ok: true });
  expect(told()).toEqual([{ kind: 'member-data', target: reader, reason }]);
});

it('says nothing of members to whoever may not open their section', async () => {
  const { found, send, told } = desk([mika]);
  const text = 'Her number is 090-1234-5678, and hers mika.mori@reader.example.';
  expect(await found(text)).toEqual(['mika.mori@reader.example', '090-1234-5678']);
  expect(await found(text, null)).toEqual([]);
  expect(await send(text, { seen: false, memberReason: reason })).toMatchObject({ ok: true });
  expect(told()).toEqual([]);
});

it('finds what a record holds however the letter spells it, as it stands in the letter', async () => {
  const { found } = desk([mika]);
  expect(await found('０９０（１２３４）５６７８, or ＭＩＫＡ.mori@reader.example')).toEqual([
    'ＭＩＫＡ.mori@reader.example',
    '０９０（１２３４）５６７８',
  ]);
  expect(await found('+81 90 1234 5678')).toEqual(['+81 90 1234 5678']);
  expect(await found('住所 東京都千代田区千代田１－１です。')).toEqual([
    '東京都千代田区千代田１－１',
  ]);
  expect(await found('〒100-0001 千代田1丁目1番')).toEqual(['〒100-0001 千代田1丁目1番']);
  const street = '千代田１−１';
  const wide = desk([{ ...mika, addresses: mika.addresses.map((one) => ({ ...one, street })) }]);
  expect(await wide.found('東京都千代田区千代田1-1')).toEqual(['東京都千代田区千代田1-1']);
  // The neighbours, the same street of another town, and whoever else is reached so.
  for (const other of [
    '東京都千代田区千代田1-11',
    '大阪府北区千代田1-1',
    '〒100-0001 東京都千代田区丸の内1-1',
    '090-1234-5679',
    'mori@reader.example',
  ])
    expect(await found(`See ${other}.`)).toEqual([]);
});

it('leaves to readers what they wrote themselves, and to members their own record in members’ mail', async () => {
  const own = { emails: [reader] };
  const text = 'We shall call you at 090-1234-5678.';
  const wrote = desk([{ ...mika, ...own }], { question: 'Call me: 090 1234 5678' });
  expect(await wrote.found(text)).toEqual([]);
  expect(await wrote.send(text, { isAdministrator: false })).toMatchObject({ ok: true });
  // Out of the record: a new use of it, in a reader's mail.
  expect(await desk([{ ...mika, ...own }]).found(text)).toEqual(['090-1234-5678']);
  const id = 'members' as const;
  expect(await desk([{ ...mika, ...own }], { id }).found(text)).toEqual([]);
  const others = desk([mika], { id });
  expect(await others.found(text)).toEqual(['090-1234-5678']);
  expect(await others.send(text, { isAdministrator: false })).toMatchObject({ ok: false });
  const reasoned = { isAdministrator: false, memberReason: reason };
  expect(await others.send(text, reasoned)).toMatchObject({ ok: true });
});

it('tells a member’s data from everybody else’s in whatever letter', async () => {
  const number = fc.integer({ min: 0, max: 99_999_999 }).map((n) => {
    return `+8190${String(n).padStart(8, '0')}`;
  });
  const email = fc.stringMatching(/^[a-z]{3,12}$/).map((name) => `${name}@reader.example`);
  const contacts = fc.uniqueArray(fc.oneof(number, email), { minLength: 2, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(contacts, fc.nat(12), async (all, count) => {
      const held = all.slice(0, count);
      const phones = held.filter((one) => one.startsWith('+'));
      const emails = held.filter((one) => !one.startsWith('+'));
      const { found } = desk(held.length === 0 ? [] : [{ ...mika, phones, emails }]);
      const shown = (one: string) => (one.startsWith('+') ? showTelephone(one) : one);
      const text = all.map((one) => `Word: ${shown(one)}.`).join('\n');
      expect((await found(text)).toSorted()).toEqual(held.map(shown).toSorted());
    }),
    { numRuns: 6 },
  );
});
