import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createForgettingJob } from '../../../../main/engine/jobs/forgetting/forgetting-job.ts';
import { silentLog } from '../../../../main/engine/log.ts';
import { judgeRow } from '../../../../main/engine/policy/member-import/judge-row.ts';
import { saveMember } from '../../../../main/engine/services/change-member.ts';
import { eraseMember, previewErasure } from '../../../../main/engine/services/erase-member.ts';
import {
  listErasures,
  recordErasurePrint,
} from '../../../../main/engine/services/erasure-certificates.ts';
import { holdMember } from '../../../../main/engine/services/member-holds.ts';
import { knownMembers } from '../../../../main/engine/services/member-import/import-file.ts';
import { listMembers } from '../../../../main/engine/services/members.ts';
import { mergeMembers } from '../../../../main/engine/services/merge-members.ts';
import { saveDraft } from '../../../../main/engine/store/drafts.ts';
import { keepFolder } from '../../../../main/engine/store/folders.ts';
import { findHonorific, saveHonorific } from '../../../../main/engine/store/honorifics.ts';
import { insertImport } from '../../../../main/engine/store/member-imports.ts';
import { deleteMember, findMember } from '../../../../main/engine/store/members.ts';
import { migrate } from '../../../../main/engine/store/migrate.ts';
import { openDatabase, type SectionDatabase } from '../../../../main/engine/store/open-database.ts';
import { storeMessages } from '../../../../main/engine/store/store-messages.ts';
import type { ConversationId, MemberId } from '../../../../shared/ids.ts';
import type { SomeFields } from '../../../../shared/model/member-change.ts';
import type { ImportField } from '../../../../shared/model/member-import.ts';
import { decryptedPages } from '../../../support/decrypted-pages.ts';
import { formsOfText } from '../../../support/forms-of-text.ts';
import { ingestedMessage } from '../../../support/ingested-message.ts';
import { keepMember } from '../../../support/kept-members.ts';
import { sectionContext } from '../../../support/section-context.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { waitFor } from '../../../support/wait-for.ts';

const place = { sectionId: 'members' } as const;
const now = Date.UTC(2026, 10, 24, 9);
const sora: SomeFields = {
  ...{ familyName: '水無月', givenName: '空太郎', familyKana: 'ミナヅキ', givenKana: 'ソラタロウ' },
  emails: ['Sora.Minazuki@reader.example'],
  phones: ['090-8765-4321'],
  notes: 'Prefers the evening edition',
};

function members() {
  const path = join(temporaryFolder(), 'section.db');
  const key = randomBytes(32);
  const db = openDatabase({ path, key, nativeBinding: null });
  migrate(db, () => undefined);
  const forgetting = createForgettingJob({ db, log: silentLog, quietMs: 1 });
  onTestFinished(async () => {
    await forgetting.stop();
    db.close();
  });
  const section = { ...sectionContext(db), forgetting };
  const add = (fields: SomeFields = sora) => keepMember(section, fields, now);
  const save = (fields: SomeFields, more: object = {}, isAdministrator = true) =>
    saveMember(
      section,
      { ...place, memberId: null, fields, reason: '', ...more },
      now,
      isAdministrator,
    );
  const preview = (memberId: MemberId, isAdministrator = true) =>
    previewErasure(section, { ...place, memberId }, isAdministrator);
  const erase = (memberId: MemberId, reason = 'Request 12', seen?: number, deletesMails = false) =>
    eraseMember(
      section,
      {
        ...{ ...place, memberId, reason },
        seen: seen ?? findMember(db, memberId)?.changedAt ?? 0,
        deletesMails,
      },
      now,
      true,
    );
  const found = (query: string) => {
    const answer = listMembers(section, { ...place, query, offset: 0, limit: 10 });
    return answer.ok ? answer.value.total : -1;
  };
  return {
    ...{ db, section, forgetting, add, save, preview, erase, found },
    pages: () => decryptedPages(path, key),
  };
}

/** Mail of the section, as far as it is looked for by address. */
function inbox(db: SectionDatabase) {
  const folderId = keepFolder(db, 'inbox', 'INBOX').id;
  let uid = 0;
  return {
    deliver(address: string, people: string, body = 'hello') {
      uid += 1;
      const search = { subject: '', people, attachments: '' };
      const ingested = ingestedMessage({
        ...{ from: [{ name: '', address }], subject: `Letter ${uid}` },
        ...{ search, searchBody: Buffer.from(body) },
      });
      const arrived = { uid, seen: false, arrivedAt: now, ingested };
      storeMessages(db, { folderId, ownAddress: 'members@minato.example' }, [arrived]);
    },
    conversations: () =>
      db.prepare('SELECT id FROM conversation').pluck().all() as ConversationId[],
    writtenTo: () =>
      db
        .prepare(
          `SELECT from_address FROM draft d JOIN message m USING (conversation_id) ORDER BY m.id`,
        )
        .pluck()
        .all(),
  };
}

function countOf(places: readonly { place: string; count: number }[], name: string) {
  return places.find(({ place: one }) => one === name)?.count;
}

it('leaves nothing of a person in the file, in whatever form it was written', async () => {
  const { db, section, add, save, erase, found, pages, forgetting } = members();
  const memberId = add();
  const change = { ...place, memberId, reason: '' };
  saveMember(section, { ...change, fields: { emails: ['sora2@elsewhere.example'] } }, now);
  const innocent = add({ familyName: '海野', givenName: '渚', emails: ['nagisa@reader.example'] });
  const secrets = [
    ...['Sora.Minazuki@reader.example', 'sora.minazuki@reader.example', 'sora2@elsewhere.example'],
    ...['+819087654321', '090-8765-4321', '09087654321', '水無月空太郎'],
    ...['ミナヅキソラタロウ', 'みなづきそらたろう', 'Prefers the evening edition'],
  ];
  const parts = ['水無月', '空太郎', 'ミナヅキ', 'ソラタロウ', 'みなづき', 'そらたろう'];
  const inFile = () => {
    const bytes = pages();
    return [...secrets.flatMap(formsOfText), ...parts.map((part) => Buffer.from(part))].filter(
      (form) => bytes.includes(form),
    );
  };
  expect(inFile().length).toBeGreaterThan(5);
  expect(erase(memberId).ok).toBe(true);
  await waitFor('nothing of the person in the file', () => inFile().length === 0);
  expect(found('水無月')).toBe(0);
  expect(found('渚')).toBe(1);
  expect(await section.ledger.verify()).toMatchObject({ outcome: 'whole' });
  await forgetting.stop();
  expect(findMember(db, innocent)).not.toBeNull();
  expect(save({ ...sora, emails: [], phones: [] }).ok).toBe(true);
});

it('takes the letters too when that is chosen, and leaves those of others', async () => {
  const { db, section, add, erase, pages, forgetting } = members();
  const { deliver, writtenTo } = inbox(db);
  const memberId = add();
  deliver('Sora.Minazuki@reader.example', 'sora minazuki reader example', 'about the kotatsu');
  deliver('aki@reader.example', 'aki', 'ask sora minazuki reader example');
  const answer = erase(memberId, 'Request 12', undefined, true);
  expect(answer).toMatchObject({ ok: true, value: { mailsDeletedAt: null } });
  if (!answer.ok) return;
  const { places } = answer.value;
  expect(places.find(({ place: of }) => of === 'mails')).toMatchObject({ count: 1, isKept: false });
  expect(db.prepare('SELECT from_address FROM message').pluck().all()).toEqual([
    'aki@reader.example',
  ]);
  expect(db.prepare('SELECT count(*) FROM conversation').pluck().get()).toBe(1);
  expect(writtenTo()).toEqual([]);
  await waitFor('the words to go', () => !pages().includes(Buffer.from('kotatsu')));
  await forgetting.stop();
  const entries = db.prepare(`SELECT detail FROM chain_entry WHERE kind = 'messages-removed'`);
  expect(entries.pluck().all()).toEqual([JSON.stringify({ count: 1, erasure: 1 })]);
  expect(await section.ledger.verify()).toMatchObject({ outcome: 'whole' });
});

it('certifies by number what went and what stays, with counts of each place', () => {
  const { db, section, add, preview, erase } = members();
  const { deliver, conversations, writtenTo } = inbox(db);
  const memberId = add();
  deliver('sora.minazuki@reader.example', 'sora minazuki reader example');
  deliver('ken@reader.example', 'ken sora reader example');
  // Somebody else mentions them.
  deliver('aki@reader.example', 'aki', 'ask sora minazuki reader example');
  const begun = { text: 'Dear reader', html: null, cc: [], bcc: [], quote: null };
  for (const conversationId of conversations())
    saveDraft(db, { conversationId, kind: 'reply', writer: null }, begun, now);
  saveHonorific(db, 'sora.minazuki@reader.example', 'sama');
  const seen = preview(memberId);
  if (!seen.ok) throw new Error(seen.error.code);
  const { places } = seen.value;
  expect(countOf(places, 'records')).toBe(1);
  expect(countOf(places, 'contacts')).toBe(3);
  expect(countOf(places, 'history')).toBe(1);
  expect(countOf(places, 'mails')).toBe(1);
  expect(countOf(places, 'mentions')).toBe(1);
  expect(countOf(places, 'drafts')).toBe(1);
  expect(countOf(places, 'forms-of-address')).toBe(1);
  expect(erase(memberId)).toMatchObject({
    ok: true,
    value: { number: 1, memberId, at: now, reason: 'Request 12', staffName: 'Hana Ito', places },
  });
  expect(db.prepare('SELECT count(*) FROM message').pluck().get()).toBe(3);
  expect(writtenTo()).toEqual(['ken@reader.example', 'aki@reader.example']);
  expect(findHonorific(db, 'sora.minazuki@reader.example')).toBeNull();
  expect(listErasures(section)).toMatchObject({ value: [{ number: 1, memberId }] });
  const printed = recordErasurePrint(section, { ...place, number: 1 as never });
  expect(printed).toMatchObject({ ok: true, value: { certificate: { number: 1 } } });
  expect(recordErasurePrint(section, { ...place, number: 2 as never }).ok).toBe(false);
  expect(() => db.exec(`UPDATE erasure SET reason = 'other'`)).toThrow('does not change');
});

it('erases whatever was merged into a record, and knows the person by those contacts as well', async () => {
  const { section, add, save, erase, db } = members();
  const keptId = add();
  const otherId = add({ ...sora, emails: ['sora.old@reader.example'], phones: [] });
  const at = (id: MemberId) => findMember(db, id)?.changedAt ?? 0;
  const seen = { kept: at(keptId), other: at(otherId) };
  const input = {
    ...place,
    keptId,
    otherId,
    seen,
    choices: { emails: 'kept', phones: 'kept' } as const,
    reason: '',
  };
  expect(mergeMembers(section, input, now)).toMatchObject({ value: { outcome: 'merged' } });
  expect(erase(otherId)).toMatchObject({ error: { code: 'member-merged' } });
  expect(erase(keptId).ok).toBe(true);
  expect(findMember(db, otherId)).toBeNull();
  expect(save({ familyName: 'X', emails: ['SORA.OLD@reader.example'] })).toMatchObject({
    value: { outcome: 'erased-before', erasure: { number: 1, at: now } },
  });
  expect(await section.ledger.verify()).toMatchObject({ outcome: 'whole' });
});

it('holds an erased person back from a registration by hand, but for an administrator who says why', () => {
  const { section, add, save, erase, db } = members();
  erase(add());
  const again: SomeFields = { familyName: 'Other', phones: ['+81 90-8765-4321'] };
  const kinds = () =>
    db.prepare(`SELECT kind FROM chain_entry ORDER BY sequence DESC LIMIT 2`).pluck().all();
  expect(save(again)).toMatchObject({ value: { outcome: 'erased-before' } });
  const asked = { isReturning: true };
  expect(save(again, asked)).toMatchObject({ error: { code: 'reason-needed' } });
  const withReason = { ...asked, reason: 'Registered anew at the desk' };
  expect(save(again, withReason, false)).toMatchObject({ error: { code: 'administrator-needed' } });
  const saved = save(again, withReason);
  if (!saved.ok || saved.value.outcome !== 'saved') throw new Error('not saved');
  expect(kinds()).toEqual(['member-returned', 'member-added']);
  // They are here again: nobody is asked at each change.
  const { memberId } = saved.value;
  const change = { ...place, memberId, fields: { plan: 'Daily' }, reason: '' };
  expect(saveMember(section, change, now)).toMatchObject({ value: { outcome: 'saved' } });
  const email: SomeFields = { emails: ['sora.minazuki@reader.example'] };
  expect(saveMember(section, { ...change, fields: email }, now)).toMatchObject({
    value: { outcome: 'erased-before' },
  });
  // Somebody of the same house has the same telephone.
  const household = save({ familyName: 'House', phones: ['090-8765-4321'] });
  if (!household.ok || household.value.outcome !== 'saved') throw new Error('not saved');
  deleteMember(db, household.value.memberId);
  erase(memberId, 'Request 13');
  expect(save(again)).toMatchObject({
    value: { outcome: 'erased-before', erasure: { number: 2 } },
  });
});

it('erases nobody whom it may not, or who changed since they were looked at', () => {
  const { section, db, add, preview, erase } = members();
  const memberId = add();
  expect(preview(memberId, false)).toMatchObject({ error: { code: 'administrator-needed' } });
  expect(preview(99 as MemberId)).toMatchObject({ error: { code: 'not-found' } });
  expect(erase(memberId, 'Request 12', 1)).toMatchObject({
    error: { code: 'erasure-changed' },
  });
  for (const reason of ['水無月さん', 'SORA.minazuki@reader.example', 'call 090 8765 4321'])
    expect(erase(memberId, reason)).toMatchObject({ error: { code: 'erasure-names-person' } });
  const by = { at: now, staffId: null, staffName: '', fileName: 'list.csv', reason: '' };
  insertImport(db, by);
  expect(erase(memberId)).toMatchObject({ error: { code: 'import-running' } });
  db.exec('DELETE FROM member_import');
  holdMember(section, { ...place, memberId, reason: 'A court asked' }, now);
  expect(preview(memberId)).toMatchObject({ error: { code: 'member-held' } });
  expect(erase(memberId)).toMatchObject({ error: { code: 'member-held' } });
  expect(findMember(db, memberId)).not.toBeNull();
});

it('takes no row of an import that has the email or telephone of somebody erased', () => {
  const { db, add, erase } = members();
  const judge = (row: Readonly<Partial<Record<ImportField, string>>>) =>
    judgeRow(knownMembers(db), Object.values(row), {
      header: Object.keys(row),
      mapping: Object.keys(row) as ImportField[],
    });
  const phone = { familyName: 'Aki', phone: '０９０ー８７６５ー４３２１' };
  const email = { familyName: 'Aki', email: 'ＳＯＲＡ.minazuki@reader.example' };
  const memberId = add();
  expect(judge(phone)).toMatchObject({ verdict: 'new' });
  erase(memberId);
  for (const row of [phone, email])
    expect(judge(row)).toMatchObject({
      verdict: 'invalid',
      reasons: [{ code: 'erased', field: null, erasure: { number: 1, at: now } }],
    });
  // The name alone is also that of others.
  const { familyName = '', givenName = '' } = sora;
  expect(judge({ familyName, givenName })).toMatchObject({
    verdict: 'new',
  });
  const other = add({ ...sora, emails: ['aki@reader.example'], phones: [] });
  expect(judge({ key: String(other), phone: phone.phone })).toMatchObject({ verdict: 'invalid' });
  expect(judge({ key: String(other), plan: 'Daily' })).toMatchObject({ verdict: 'changed' });
});
