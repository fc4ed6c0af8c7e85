import { expect, it } from 'vitest';
import { systemClock } from '../../../../main/engine/clock.ts';
import { silentLog } from '../../../../main/engine/log.ts';
import { putBack } from '../../../../main/engine/services/change-member.ts';
import { createAnswerLanding } from '../../../../main/engine/services/land-answers.ts';
import { holdMember, releaseMember } from '../../../../main/engine/services/member-holds.ts';
import { readMember } from '../../../../main/engine/services/members.ts';
import { mergeMembers, undoMerge } from '../../../../main/engine/services/merge-members.ts';
import { threadMessage } from '../../../../main/engine/store/conversation-threading.ts';
import { findMemberChanges } from '../../../../main/engine/store/member-changes.ts';
import { findReviewOfLetter, insertReview } from '../../../../main/engine/store/member-reviews.ts';
import { findMember } from '../../../../main/engine/store/members.ts';
import type { MemberId } from '../../../../shared/ids.ts';
import type { MergeChoices } from '../../../../shared/model/duplicate.ts';
import type { MemberStatus } from '../../../../shared/model/member.ts';
import { keepMember } from '../../../support/kept-members.ts';
import { sectionContext } from '../../../support/section-context.ts';
import { sectionDatabase } from '../../../support/section-database.ts';
import { storeLetter } from '../../../support/stored-letter.ts';

const inMembers = { sectionId: 'members' } as const;
const letterId = 'asked@minato.example';

function desk() {
  const section = { ...sectionContext(sectionDatabase()), id: 'members' as const };
  const { db } = section;
  const merge = (keptId: MemberId, otherId: MemberId, choices: MergeChoices = {}) => {
    const at = (id: MemberId) => findMember(db, id)?.changedAt ?? 0;
    const seen = { kept: at(keptId), other: at(otherId) };
    const asked = { ...inMembers, keptId, otherId, choices, seen, reason: '' };
    const answer = mergeMembers(section, asked, 5);
    if (!answer.ok || answer.value.outcome !== 'merged') throw new Error(JSON.stringify(answer));
    return answer.value.sequence;
  };
  const undo = (memberId: MemberId, sequence: number) =>
    undoMerge(section, { ...inMembers, memberId, sequence }, 6);
  const status = (id: MemberId) => findMember(db, id)?.record.status;
  return { section, db, merge, undo, status };
}

/** Two records of one person, of whom one was asked for a correction. */
function asked() {
  const found = desk();
  const { section, db } = found;
  const kept = keepMember(section, {}, 1);
  const other = keepMember(section, {}, 1);
  keepMember(section, { status: 'needs-info' }, 2, other);
  const sequence = findMemberChanges(db, other)[0]?.sequence ?? 0;
  const review = { sequence, memberId: other, decision: 'needs-info', fields: [] } as const;
  threadMessage(db, letterId, []);
  insertReview(db, { ...review, headerMessageId: letterId });
  const answer = () => {
    storeLetter(db, { headerMessageId: 'answer@reader.example', inReplyTo: [letterId] });
    createAnswerLanding({ ...section, clock: systemClock, log: silentLog }).look();
  };
  return { ...found, kept, other, sequence, answer };
}

const take = (status: 'kept' | 'other'): MergeChoices => ({ status });
const waits: MemberStatus = 'needs-info';

it('lands the answer to a letter about a merged record on the one that is kept', () => {
  const { merge, status, kept, other, answer } = asked();
  merge(kept, other, take('other'));
  expect(status(kept)).toBe(waits);
  answer();
  expect([status(kept), status(other)]).toEqual(['new', waits]);
});

it('gives each record its reviews back with an undo, however often they were merged on', () => {
  const { section, db, merge, undo, status, kept, other, answer } = asked();
  const owner = () => findReviewOfLetter(db, letterId)?.memberId;
  const first = merge(kept, other, take('other'));
  const third = keepMember(section, {}, 3);
  const second = merge(third, kept, take('other'));
  expect(owner()).toBe(third);
  expect(undo(third, second)).toMatchObject({ ok: true });
  expect(owner()).toBe(kept);
  expect(undo(kept, first)).toMatchObject({ ok: true });
  answer();
  expect([status(kept), status(other)]).toEqual(['new', 'new']);
  expect(owner()).toBe(other);
});

it('puts nothing back into a record that was merged into another', () => {
  const { section, db, merge, status, kept, other, sequence } = asked();
  merge(kept, other, take('kept'));
  const at = { memberId: other, sequence };
  expect(section.ledger.write((write) => putBack(db, write, at, 6))).toBe(false);
  expect(status(other)).toBe(waits);
  const words = db.prepare('SELECT words FROM member WHERE id = ?').pluck();
  expect(words.get(other)).toBe('');
});

it('shows a hold on a merged record with the one that is kept, from where it is lifted', () => {
  const { section, db, merge } = desk();
  const [kept, between, held, stranger] = [1, 2, 3, 4].map(() => keepMember(section, {}, 1)) as [
    ...[MemberId, MemberId, MemberId, MemberId],
  ];
  holdMember(section, { ...inMembers, memberId: held, reason: 'A court asked' }, 2);
  merge(between, held);
  merge(kept, between);
  const hold = (memberId: MemberId) => {
    const card = readMember(section, { ...inMembers, memberId, asOf: null });
    return card.ok ? card.value.hold : undefined;
  };
  const shown = { reason: 'A court asked', staffName: 'Hana Ito', at: 2 };
  expect([kept, between, held].map(hold)).toEqual([shown, shown, shown]);
  expect(hold(stranger)).toBeNull();
  const again = { ...inMembers, memberId: kept, reason: 'Again' };
  expect(holdMember(section, again, 3)).toMatchObject({ error: { code: 'member-held' } });
  const place = { ...inMembers, memberId: kept };
  expect(releaseMember(section, place, true)).toMatchObject({ ok: true });
  expect([kept, between, held].map(hold)).toEqual([null, null, null]);
  const released = db.prepare("SELECT target FROM chain_entry WHERE kind = 'member-released'");
  expect(released.pluck().all()).toEqual([String(held)]);
});
