import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { saveMember, undoChange } from '../../../../main/engine/services/change-member.ts';
import {
  declineDisclosure,
  recordDisclosurePrint,
  recordDisclosuresNotPrinted,
} from '../../../../main/engine/services/disclosures.ts';
import {
  enterRequest,
  finishRequest,
  identifyRequester,
  refuseRequest,
  reopenRequest,
} from '../../../../main/engine/services/member-requests.ts';
import { setMergedInto } from '../../../../main/engine/store/duplicates.ts';
import { findMemberChanges } from '../../../../main/engine/store/member-changes.ts';
import { deleteMember } from '../../../../main/engine/store/members.ts';
import type { MemberId } from '../../../../shared/ids.ts';
import type { SomeFields } from '../../../../shared/model/member-change.ts';
import { readAsCompany } from '../../../support/company-key.ts';
import { approvedMika, disclosureDesk, given } from '../../../support/disclosures.ts';
import { hana, ken } from '../../../support/section-ledger.ts';

const inMembers = { sectionId: 'members' } as const;
const lea = { ...approvedMika, familyName: 'Müller', givenName: 'Lea', emails: [], phones: [] };

type Desk = Awaited<ReturnType<typeof disclosureDesk>>;

async function waiting() {
  const desk = await disclosureDesk();
  const companyId = await desk.company();
  const memberIds = desk.add(approvedMika, lea);
  const asked = given(desk.ask(companyId, memberIds));
  if (asked.outcome !== 'asked') throw new Error(JSON.stringify(asked));
  const { disclosureId } = asked;
  const [first] = memberIds;
  if (first === undefined) throw new Error('nobody');
  return { desk, companyId, memberIds, first, disclosureId };
}

const change = (desk: Desk, memberId: MemberId, fields: SomeFields) =>
  given(saveMember(desk.section, { ...inMembers, memberId, fields, reason: '' }, 0));

const digestOf = (desk: Desk, disclosureId: Parameters<Desk['show']>[0]) =>
  given(desk.show(disclosureId)).digest;

it('previews exactly what goes, and whoever looks is on record with every member shown', async () => {
  const desk = await disclosureDesk();
  const companyId = await desk.company();
  const memberIds = desk.add(approvedMika, lea);
  expect(desk.preview(companyId, memberIds)).toMatchObject({
    columns: ['Family name', 'Email'],
    rows: [
      { memberId: 1, cells: ['森', 'Mika.Mori@reader.example'] },
      { memberId: 2, cells: ['Müller', ''] },
    ],
    total: 2,
    refusals: [],
  });
  expect(desk.entries('audit').slice(0, 2)).toMatchObject([
    { kind: 'member-viewed', target: '2', detail: { fields: ['familyName', 'emails'] } },
    { kind: 'member-viewed', target: '1' },
  ]);
});

it('shows nothing of whom and what must not go, and lets none of it be asked for', async () => {
  const desk = await disclosureDesk();
  const companyId = await desk.company();
  const memberIds = desk.add(approvedMika, { ...lea, status: 'rejected' });
  const preview = desk.preview(companyId, memberIds, ['familyName', 'phones']);
  expect(preview).toMatchObject({ columns: ['Family name'], rows: [{ cells: ['森'] }] });
  const refusals = [
    { code: 'field-not-permitted', field: 'phones' },
    { code: 'member-not-approved', memberId: 2 },
  ];
  expect(preview.refusals).toEqual(refusals);
  expect(given(desk.ask(companyId, memberIds, ['familyName', 'phones']))).toEqual({
    ...{ outcome: 'refused', refusals },
  });
  expect(desk.list()).toEqual([]);
});

it('lets nothing go of whoever asked for a stop of use, from when they are known to have asked', async () => {
  const { desk, first, memberIds, companyId, disclosureId } = await waiting();
  const today = { now: Date.UTC(2026, 10, 24, 9), isAdministrator: true };
  const days = { receivedOn: '2026-11-24', deadlineOn: '2026-12-08' };
  const asked = { ...inMembers, memberId: first, kind: 'stop-use' as const, ...days };
  const { requestId } = given(enterRequest(desk.section, asked, today));
  const codes = () => desk.preview(companyId, memberIds).refusals.map(({ code }) => code);
  const identify = (method: 'document' | null) =>
    given(identifyRequester(desk.section, { ...inMembers, requestId, method }, today));
  expect(codes()).toEqual([]);
  const digest = digestOf(desk, disclosureId);
  identify('document');
  expect(codes()).toEqual(['member-stopped']);
  // Also what was asked for before.
  desk.as(ken);
  expect(await desk.release(disclosureId, digest)).toMatchObject({
    error: { code: 'disclosure-refused' },
  });
  expect(existsSync(desk.path)).toBe(false);
  identify(null);
  expect(codes()).toEqual([]);
  identify('document');
  given(finishRequest(desk.section, { ...inMembers, requestId }, today));
  expect(codes()).toEqual(['member-stopped']);
  given(reopenRequest(desk.section, { ...inMembers, requestId }, today));
  given(refuseRequest(desk.section, { ...inMembers, requestId, reason: 'Withdrawn' }, today));
  expect(codes()).toEqual([]);
});

it('waits for somebody else, who releases one file that the company alone reads', async () => {
  const { desk, memberIds, disclosureId } = await waiting();
  expect(desk.list()).toMatchObject([{ state: 'asked', mayApprove: false, memberCount: 2 }]);
  const digest = digestOf(desk, disclosureId);
  expect(await desk.release(disclosureId, digest)).toMatchObject({
    error: { code: 'second-person-needed' },
  });
  desk.as(ken, false);
  expect(await desk.release(disclosureId, digest)).toMatchObject({
    error: { code: 'administrator-needed' },
  });
  expect(existsSync(desk.path)).toBe(false);
  desk.as(ken);
  expect(desk.list()).toMatchObject([{ mayApprove: true }]);
  given(await desk.release(disclosureId, digest));
  const { text, filename } = await readAsCompany(desk.written(), desk.keys.privateKey);
  expect(text).toBe(
    '\uFEFF"Family name","Email"\r\n"森","Mika.Mori@reader.example"\r\n"Müller",""\r\n',
  );
  expect(filename).toBe(`disclosure-${disclosureId}.csv`);
  expect(readdirSync(desk.folder)).toEqual(['disclosure.csv.pgp']);
  for (const memberId of memberIds)
    expect(desk.list(memberId)).toMatchObject([
      { state: 'released', asked: { name: 'Hana Ito' }, settled: { name: 'Ken Abe' } },
    ]);
  expect(await desk.release(disclosureId, digest)).toMatchObject({
    error: { code: 'disclosure-settled' },
  });
});

it('has on record what went to whom, when, why and which fields, of each member too', async () => {
  const { desk, disclosureId } = await waiting();
  desk.as(ken);
  given(await desk.release(disclosureId, digestOf(desk, disclosureId)));
  const fields = ['familyName', 'emails'];
  const [left] = desk.entries('left');
  expect(left).toMatchObject({
    kind: 'disclosure',
    target: 'Minato Travel (travel.example)',
    reason: 'Spring campaign',
    staffName: 'Ken Abe',
    detail: {
      ...{ fields, members: 2, disclosure: disclosureId },
      digest: createHash('sha256').update(desk.written()).digest('hex'),
    },
  });
  const ofMembers = desk.entries('audit').filter(({ kind }) => kind === 'member-disclosed');
  expect(ofMembers).toMatchObject([
    { target: '2', reason: 'Spring campaign', detail: { fields, concerns: left?.sequence } },
    { target: '1', detail: { fields, disclosure: disclosureId } },
  ]);
  expect(desk.list()).toMatchObject([{ sequence: left?.sequence }]);
  // The values are in the record and in the file, and in no entry.
  const chain = JSON.stringify([desk.entries('left'), desk.entries('audit')]);
  for (const word of ['森', 'Müller', 'Mika.Mori']) expect(chain).not.toContain(word);
  expect(await desk.section.ledger.verify()).toMatchObject({ outcome: 'whole' });
});

it.each<[string, SomeFields, string]>([
  ['rejected', { status: 'rejected' }, 'disclosure-refused'],
  ['without consent', { consent: { version: '', date: '', source: '' } }, 'disclosure-refused'],
  ['another', { familyName: '林' }, 'disclosure-changed'],
])('releases nothing of a member who is %s by then', async (_, fields, code) => {
  const { desk, first, disclosureId } = await waiting();
  desk.as(ken);
  const digest = digestOf(desk, disclosureId);
  change(desk, first, fields);
  expect(await desk.release(disclosureId, digest)).toMatchObject({ error: { code } });
  expect(existsSync(desk.path)).toBe(false);
  expect(desk.entries('left')).toEqual([]);
});

it('releases nothing of a member who is forgotten, or for a company that changed or ended', async () => {
  const { desk, companyId, first, disclosureId } = await waiting();
  desk.as(ken);
  const digest = digestOf(desk, disclosureId);
  const refused = { error: { code: 'disclosure-refused' } };
  given(await desk.enter({ contact: 'Somebody else' }, companyId));
  expect(await desk.release(disclosureId, digest)).toMatchObject(refused);
  desk.as(hana);
  given(desk.approve(companyId));
  desk.as(ken);
  // What was looked at was for the entry as it was before.
  expect(await desk.release(disclosureId, digest)).toMatchObject({
    error: { code: 'disclosure-changed' },
  });
  const anew = digestOf(desk, disclosureId);
  desk.at(Date.UTC(2027, 3, 2, 9));
  expect(await desk.release(disclosureId, anew)).toMatchObject(refused);
  desk.at(Date.UTC(2026, 10, 25, 9));
  deleteMember(desk.db, first);
  expect(await desk.release(disclosureId, anew)).toMatchObject(refused);
  expect(given(desk.show(disclosureId)).refusals).toEqual([
    { code: 'member-gone', memberId: first },
  ]);
  expect(existsSync(desk.path)).toBe(false);
});

it('waits as before when its file cannot be written, and the ledger says that nothing left', async () => {
  const { desk, disclosureId } = await waiting();
  desk.as(ken);
  const digest = digestOf(desk, disclosureId);
  const nowhere = join(desk.folder, 'none', 'disclosure.csv.pgp');
  expect(await desk.release(disclosureId, digest, nowhere)).toMatchObject({
    error: { code: 'save-failed', detail: 'ENOENT' },
  });
  expect(desk.list()).toMatchObject([{ state: 'asked', settled: null, sequence: null }]);
  const [outcome, left] = desk.entries('left');
  expect(outcome).toMatchObject({
    ...{ kind: 'outcome', detail: { outcome: 'not-done', concerns: left?.sequence } },
  });
  given(await desk.release(disclosureId, digest));
  expect(desk.list()).toMatchObject([{ state: 'released' }]);
});

it('can be declined by an administrator, and taken back by whoever asked', async () => {
  const { desk, disclosureId } = await waiting();
  const asked = { ...inMembers, disclosureId, reason: 'Not this year' };
  desk.as(ken, false);
  expect(declineDisclosure(desk.section, asked, { now: 1, isAdministrator: false })).toMatchObject({
    error: { code: 'administrator-needed' },
  });
  desk.as(hana, false);
  given(declineDisclosure(desk.section, asked, { now: 1, isAdministrator: false }));
  expect(desk.list()).toMatchObject([{ state: 'declined', reason: 'Not this year' }]);
  expect(desk.entries('audit')[0]).toMatchObject({ kind: 'disclosure-declined' });
  desk.as(ken);
  expect(desk.show(disclosureId)).toMatchObject({ error: { code: 'disclosure-settled' } });
});

it('prints what was released to a company, and of a member nothing of any other', async () => {
  const { desk, companyId, first, disclosureId } = await waiting();
  const print = (memberId: MemberId | null, of: typeof companyId | null) =>
    given(recordDisclosurePrint(desk.section, { ...inMembers, companyId: of, memberId }, 7));
  expect(print(null, companyId).records).toEqual([]);
  desk.as(ken);
  given(await desk.release(disclosureId, digestOf(desk, disclosureId)));
  expect(print(null, companyId)).toMatchObject({
    by: 'Ken Abe',
    records: [
      {
        company: { address: '1-1 Minato, Tokyo', legalBasis: 'Joint use, policy section 5' },
        members: [
          { name: '森 美香', consentVersion: '3', consentDate: '2026-04-01' },
          { name: 'Müller Lea' },
        ],
      },
    ],
  });
  deleteMember(desk.db, first);
  const { entry, records } = print(first, null);
  expect(records[0]?.members).toEqual([
    { memberId: first, name: null, consentVersion: '3', consentDate: '2026-04-01' },
  ]);
  expect(desk.entries('left')[0]).toMatchObject({
    ...{ sequence: entry, kind: 'print', target: String(first) },
    detail: { paper: 'member-disclosures', count: 1 },
  });
  const cancel = () => recordDisclosuresNotPrinted(desk.section, { ...inMembers, entry });
  given(cancel());
  expect(cancel()).toMatchObject({ error: { code: 'not-found' } });
});

it('lets nobody take back as added by mistake whom a company was told of', async () => {
  const { desk, first, disclosureId } = await waiting();
  const [added] = findMemberChanges(desk.db, first);
  desk.as(ken);
  given(await desk.release(disclosureId, digestOf(desk, disclosureId)));
  const undo = { ...inMembers, memberId: first, sequence: added?.sequence ?? 0 };
  expect(undoChange(desk.section, undo, 0)).toMatchObject({
    error: { code: 'member-changed-since' },
  });
});

it('lists and prints with a member what was released of a record that was merged into theirs', async () => {
  const { desk, first, memberIds, disclosureId } = await waiting();
  desk.as(ken);
  given(await desk.release(disclosureId, digestOf(desk, disclosureId)));
  const kept = desk.add(approvedMika).at(-1);
  if (kept === undefined) throw new Error('nobody');
  expect(desk.list(kept)).toEqual([]);
  setMergedInto(desk.db, first, kept);
  expect(memberIds).not.toContain(kept);
  expect(desk.list(kept)).toMatchObject([{ id: disclosureId }]);
  const asked = { ...inMembers, companyId: null, memberId: kept };
  const { records } = given(recordDisclosurePrint(desk.section, asked, 7));
  expect(records.map(({ members }) => members.map(({ memberId }) => memberId))).toEqual([[first]]);
});
