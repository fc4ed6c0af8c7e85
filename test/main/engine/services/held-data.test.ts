import { deflateRawSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { createMimePool } from '../../../../main/engine/mail/mime/worker-pool.ts';
import { differentFields } from '../../../../main/engine/policy/duplicates/merge-records.ts';
import { saveMember } from '../../../../main/engine/services/change-member.ts';
import { gatherHeldData } from '../../../../main/engine/services/held-data/held-data.ts';
import { findWholePerson } from '../../../../main/engine/services/held-data/person.ts';
import { readMember } from '../../../../main/engine/services/members.ts';
import { mergeMembers, undoMerge } from '../../../../main/engine/services/merge-members.ts';
import { findMember } from '../../../../main/engine/store/members.ts';
import { MemberId as Id, type MemberId } from '../../../../shared/ids.ts';
import { blankMember, type MemberRecord } from '../../../../shared/model/member.ts';
import { given } from '../../../support/disclosures.ts';
import { mika } from '../../../support/members.ts';
import { requestDesk } from '../../../support/requests.ts';
import { storeLetter } from '../../../support/stored-letter.ts';

const mime = createMimePool({
  workerUrl: new URL('../../../../main/engine/mail/mime-worker.ts', import.meta.url),
  size: 1,
});
afterAll(() => mime.close());

const sectionId = 'members' as const;
const mikas: MemberRecord = { ...mika, status: 'approved', emails: ['mika@reader.example'] };
const ken: MemberRecord = {
  ...mika,
  familyName: '髙橋',
  givenName: '健',
  familyKana: 'たかはし',
  givenKana: 'けん',
  emails: ['ken@friends.example'],
  phones: ['+818098765432'],
  notes: 'Ken owes us an answer',
};

function heldDesk() {
  const desk = requestDesk();
  let count = 0;
  return {
    ...desk,
    mail({
      from = 'mika@reader.example',
      fromName = '',
      to = 'members@minato.example',
      text = '',
    }) {
      count += 1;
      const raw = `From: ${from}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`;
      storeLetter(desk.db, {
        headerMessageId: `mail-${count}@reader.example`,
        from: [{ name: fromName, address: from }],
        to: [{ name: '', address: to }],
        compressed: new Uint8Array(deflateRawSync(Buffer.from(raw))),
      });
      // Another place in the folder for the next one.
      desk.db.exec('UPDATE folder_message SET uid = 100 + message_id');
    },
    async held(memberId: MemberId, words: readonly string[] = []) {
      const person = findWholePerson(desk.db, memberId);
      if (person === null) throw new Error('nobody');
      return gatherHeldData(desk.db, mime, person, words);
    },
  };
}

it('gathers the record, its history, who looked at it, and what was asked for', async () => {
  const desk = heldDesk();
  const [mine = Id.parse(1)] = desk.add(mikas);
  given(saveMember(desk.section, saving(mine, { plan: 'Daily' }, 'She moved up'), desk.now));
  given(readMember(desk.section, { sectionId, memberId: mine, asOf: null }));
  desk.entered(mine);
  const held = await desk.held(mine);
  expect(held.records).toMatchObject([
    { number: mine, mergedInto: null, record: { familyName: '森', plan: 'Daily' } },
  ]);
  expect(held.changes).toMatchObject([
    { kind: 'added', by: 'Hana Ito' },
    { kind: 'changed', reason: 'She moved up', before: { plan: '' }, after: { plan: 'Daily' } },
  ]);
  expect(held.entries.map(({ kind }) => kind)).toEqual([
    'member-added',
    'member-changed',
    'member-viewed',
    'member-requested',
  ]);
  expect(held.requests).toMatchObject([{ kind: 'access', deadlineOn: '2026-12-08' }]);
});

it('has nothing of another member, not in a mail, a note or a reason', async () => {
  const desk = heldDesk();
  const [mine = Id.parse(1), other = Id.parse(2)] = desk.add(mikas, ken);
  const notes = '高橋健さんの紹介';
  given(saveMember(desk.section, saving(mine, { notes }, 'タカハシケン called'), desk.now));
  given(saveMember(desk.section, saving(other, { plan: 'Secret plan' }), desk.now));
  desk.mail({ text: 'Ask 高橋 健 at ken@friends.example or 080-9876-5432.' });
  desk.mail({ from: 'ken@friends.example', text: 'Only Ken wrote this.' });
  const held = await desk.held(mine);
  expect(held.mails).toMatchObject([{ from: 'person', text: 'Ask […] at […] or […].\n' }]);
  expect(held.records[0]?.record.notes).toBe('[…]さんの紹介');
  expect(held.changes[1]).toMatchObject({
    reason: '[…] called',
    after: { notes: '[…]さんの紹介' },
  });
  const all = JSON.stringify(held);
  expect(all).not.toMatch(/高橋|髙橋|ken@|9876|Only Ken|owes us|Secret plan/);
});

it('has what others wrote with the person among those who got it, without who they are', async () => {
  const desk = heldDesk();
  const [mine = Id.parse(1)] = desk.add(mikas);
  const from = { from: 'aki@elsewhere.example', fromName: 'Aki Noda' };
  desk.mail({ ...from, to: 'mika@reader.example', text: 'For 森 美香, from Aki Noda' });
  const held = await desk.held(mine);
  expect(held.mails).toMatchObject([{ from: 'other', text: 'For 森 美香, from […]\n' }]);
});

it("leaves out the mail of an address that is on somebody else's record too", async () => {
  const desk = heldDesk();
  const [mine = Id.parse(1)] = desk.add(
    { ...mikas, emails: ['home@reader.example', 'mika@reader.example'] },
    { ...ken, emails: ['Home@Reader.example'] },
  );
  desk.mail({ from: 'home@reader.example', text: 'Whose?' });
  desk.mail({ from: 'Mika@reader.example', text: 'Hers.' });
  expect((await desk.held(mine)).mails.map(({ text }) => text)).toEqual(['Hers.\n']);
});

it('has every record that was made one with it, and their mail', async () => {
  const desk = heldDesk();
  const [mine = Id.parse(1), old = Id.parse(2)] = desk.add(mikas, {
    ...mikas,
    emails: ['old@reader.example'],
    phones: [],
  });
  merge(desk, mine, old);
  desk.mail({ from: 'old@reader.example', text: 'From before.' });
  for (const id of [mine, old]) {
    const held = await desk.held(id);
    expect(held.records.map(({ number }) => number).sort()).toEqual([mine, old]);
    expect(held.mails.map(({ text }) => text)).toEqual(['From before.\n']);
  }
});

it("has no values of the time in which the record was made one with a stranger's by mistake", async () => {
  const desk = heldDesk();
  const [mine = Id.parse(1), other = Id.parse(2)] = desk.add(mikas, ken);
  const merged = merge(desk, mine, other);
  given(undoMerge(desk.section, { sectionId, memberId: mine, sequence: merged }, desk.now));
  const held = await desk.held(mine);
  expect(held.records.map(({ number }) => number)).toEqual([mine]);
  expect(held.changes.map(({ kind, after }) => [kind, after !== null])).toEqual([
    ['added', true],
    ['merged', false],
    ['unmerged', false],
  ]);
  expect(JSON.stringify(held)).not.toMatch(/ken@friends|8098765432/);
});

function saving(memberId: MemberId, fields: Partial<MemberRecord>, reason = '') {
  return { sectionId, memberId, fields, reason };
}

function merge(desk: ReturnType<typeof heldDesk>, keptId: MemberId, otherId: MemberId): number {
  const at = (id: MemberId) => findMember(desk.db, id)?.changedAt ?? 0;
  const seen = { kept: at(keptId), other: at(otherId) };
  const recordOf = (id: MemberId) => findMember(desk.db, id)?.record ?? blankMember;
  const different = differentFields(recordOf(keptId), recordOf(otherId));
  const several = ['emails', 'phones'];
  const choices = Object.fromEntries(
    different.map((field) => [field, several.includes(field) ? 'both' : 'kept'] as const),
  );
  const asked = { sectionId, keptId, otherId, choices, seen, reason: '' };
  const answer = given(mergeMembers(desk.section, asked, desk.now));
  if (answer.outcome !== 'merged') throw new Error(JSON.stringify(answer));
  return answer.sequence;
}
