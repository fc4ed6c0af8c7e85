import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { continueChain } from '../../../../../main/engine/ledger/continue-chain.ts';
import { openLedger } from '../../../../../main/engine/ledger/ledger.ts';
import { silentLog } from '../../../../../main/engine/log.ts';
import { saveMember } from '../../../../../main/engine/services/change-member.ts';
import { eraseMember } from '../../../../../main/engine/services/erase-member.ts';
import { listErasures } from '../../../../../main/engine/services/erasure-certificates.ts';
import { holdMember, releaseMember } from '../../../../../main/engine/services/member-holds.ts';
import {
  enterRequest,
  identifyRequester,
} from '../../../../../main/engine/services/member-requests.ts';
import { mergeMembers } from '../../../../../main/engine/services/merge-members.ts';
import { createFindErased } from '../../../../../main/engine/services/tombstones.ts';
import { keepFolder } from '../../../../../main/engine/store/folders.ts';
import { findDeletionUids } from '../../../../../main/engine/store/mail-deletions.ts';
import { findRequests, findStopOfUse } from '../../../../../main/engine/store/member-requests.ts';
import { findMember } from '../../../../../main/engine/store/members.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import {
  openDatabase,
  type SectionDatabase,
} from '../../../../../main/engine/store/open-database.ts';
import { prepareRestore } from '../../../../../main/engine/store/restore/prepare-restore.ts';
import { headPath } from '../../../../../main/engine/store/section-files.ts';
import { storeMessages } from '../../../../../main/engine/store/store-messages.ts';
import type { MemberId } from '../../../../../shared/ids.ts';
import { given } from '../../../../support/disclosures.ts';
import { ingestedMessage } from '../../../../support/ingested-message.ts';
import { keepMember } from '../../../../support/kept-members.ts';
import { sectionContext } from '../../../../support/section-context.ts';
import { hana } from '../../../../support/section-ledger.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const sectionId = 'members' as const;
const now = new Date(2026, 10, 24, 9).getTime();
const sora = { familyName: '水無月', givenName: '空太郎', emails: ['sora@reader.example'] };
const mika = { familyName: '森', givenName: '美香', emails: ['mika@reader.example'] };

/** The Members section in a file, and ways to have it as it was, and to go back to that. */
function members() {
  const folder = temporaryFolder();
  const key = randomBytes(32);
  const open = (path: string) => {
    const db = openDatabase({ path, key, nativeBinding: null });
    onTestFinished(() => void db.close());
    const ledger = openLedger({
      ...{ sectionId, db, head: headPath(path), staff: () => hana },
      ...{ clock: { now: () => now }, log: silentLog },
    });
    return { path, db, section: { ...sectionContext(db), id: sectionId, ledger } };
  };
  const path = join(folder, 'section.db');
  const first = openDatabase({ path, key, nativeBinding: null });
  migrate(first, () => undefined);
  first.close();
  return {
    ...open(path),
    backUp(db: SectionDatabase): string {
      const backup = join(folder, `${randomUUID()}.db`);
      db.prepare('VACUUM INTO ?').run(backup);
      return backup;
    },
    restore(present: string, backup: string) {
      const ready = join(folder, `${randomUUID()}.db`);
      const entry = { sectionId, file: 'backup.db', by: hana, at: now };
      const keys = { keys: [key], nativeBinding: null };
      given(prepareRestore({ path: present, backup, ...keys }, ready, entry, continueChain));
      return open(ready);
    },
  };
}

type Section = ReturnType<typeof members>['section'];

function erase(section: Section, memberId: MemberId, deletesMails = false) {
  const seen = findMember(section.db, memberId)?.changedAt ?? 0;
  const input = { sectionId, memberId, reason: 'Request 12', seen, deletesMails };
  return given(eraseMember(section, input, now, true));
}

const certificates = (section: Section) => given(listErasures(section));

it('keeps whoever was erased since out of what is restored, with the same certificate', async () => {
  const { path, db, section, backUp, restore } = members();
  const memberId = keepMember(section, sora, now);
  const other = keepMember(section, mika, now);
  const backup = backUp(db);
  const address = { sectionId, memberId, reason: '', fields: { emails: ['new@reader.example'] } };
  given(saveMember(section, address, now, true));
  const certificate = erase(section, memberId);

  const restored = restore(path, backup);
  expect(findMember(restored.db, memberId)).toBeNull();
  expect(findMember(restored.db, other)?.record.familyName).toBe('森');
  const [again, ...more] = certificates(restored.section);
  expect(more).toEqual([]);
  expect(again).toEqual({ ...certificate, sequence: expect.any(Number) });
  expect(await restored.section.ledger.verify()).toMatchObject({ outcome: 'whole' });
  const findErased = createFindErased(restored.db);
  for (const email of ['sora@reader.example', 'new@reader.example'])
    expect(findErased({ emails: [email], phones: [] })).toEqual({ number: 1, at: now });

  const once = restore(restored.path, backUp(restored.db));
  expect(certificates(once.section)).toEqual([again]);
});

it('takes both records of one who was made one since, and one who was held then', () => {
  const { path, db, section, backUp, restore } = members();
  const kept = keepMember(section, sora, now);
  const merged = keepMember(section, { ...sora, emails: ['sora2@reader.example'] }, now);
  const held = keepMember(section, mika, now);
  given(holdMember(section, { sectionId, memberId: held, reason: 'A dispute' }, now));
  const backup = backUp(db);
  const both = { keptId: kept, otherId: merged, choices: { emails: 'both' } } as const;
  const input = { sectionId, ...both, seen: { kept: now, other: now }, reason: '' };
  expect(given(mergeMembers(section, input, now))).toMatchObject({ outcome: 'merged' });
  erase(section, kept);
  given(releaseMember(section, { sectionId, memberId: held }, true));
  erase(section, held);

  const restored = restore(path, backup);
  for (const id of [kept, merged, held]) expect(findMember(restored.db, id)).toBeNull();
  expect(certificates(restored.section).map(({ number }) => number)).toEqual([2, 1]);
});

it('leaves out the letters that were deleted with them, also when they come again', () => {
  const { path, db, section, backUp, restore } = members();
  const memberId = keepMember(section, sora, now);
  const folderId = keepFolder(db, 'inbox', 'INBOX').id;
  const search = { subject: '', people: 'sora reader example', attachments: '' };
  const from = [{ name: '', address: 'sora@reader.example' }];
  const letter = (uid: number) => ({
    ...{ uid, seen: false, arrivedAt: now },
    ingested: ingestedMessage({ from, search, contentHash: 'ab'.repeat(32) }),
  });
  const target = { folderId, ownAddress: 'members@minato.example' };
  storeMessages(db, target, [letter(1)]);
  const backup = backUp(db);
  erase(section, memberId, true);

  const restored = restore(path, backup);
  storeMessages(restored.db, target, [letter(2)]);
  expect(restored.db.prepare('SELECT count(*) FROM message').pluck().get()).toBe(0);
  expect(findDeletionUids(restored.db, folderId)).toEqual([1, 2]);
});

it('leaves somebody else alone who has the same number in a backup from before an earlier restore', () => {
  const { path, db, section, backUp, restore } = members();
  const early = backUp(db);
  const memberId = keepMember(section, mika, now);
  const backup = backUp(db);
  const restored = restore(path, early);
  expect(keepMember(restored.section, sora, now)).toBe(memberId);
  erase(restored.section, memberId);

  const again = restore(restored.path, backup);
  expect(findMember(again.db, memberId)?.record.familyName).toBe('森');
  const sorasEmail = { emails: sora.emails, phones: [] };
  expect(createFindErased(again.db)(sorasEmail)).toEqual({ number: 1, at: now });
});

it('keeps a stop of use that was asked for since', () => {
  const { path, db, section, backUp, restore } = members();
  const memberId = keepMember(section, sora, now);
  const desk = { now, isAdministrator: true };
  const days = { receivedOn: '2026-11-24', deadlineOn: '2026-12-08' };
  const asked = { sectionId, memberId, ...days } as const;
  const { requestId } = given(enterRequest(section, { ...asked, kind: 'stop-use' }, desk));
  const backup = backUp(db);
  given(identifyRequester(section, { sectionId, requestId, method: 'document' }, desk));
  given(enterRequest(section, { ...asked, kind: 'access' }, desk));

  const restored = restore(path, backup);
  expect(findStopOfUse(restored.db, memberId)).toBe(requestId);
  expect(findRequests(restored.db)).toEqual(findRequests(db));
});
