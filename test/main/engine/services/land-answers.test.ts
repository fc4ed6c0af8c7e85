import { expect, it } from 'vitest';
import { systemClock } from '../../../../main/engine/clock.ts';
import { silentLog } from '../../../../main/engine/log.ts';
import {
  addMembers,
  saveMember,
  undoChange,
} from '../../../../main/engine/services/change-member.ts';
import { undoDecisions } from '../../../../main/engine/services/decide-registration.ts';
import { createAnswerLanding } from '../../../../main/engine/services/land-answers.ts';
import { listQueue } from '../../../../main/engine/services/review-queue.ts';
import { threadMessage } from '../../../../main/engine/store/conversation-threading.ts';
import { findMemberChanges } from '../../../../main/engine/store/member-changes.ts';
import { insertReview } from '../../../../main/engine/store/member-reviews.ts';
import { findMember } from '../../../../main/engine/store/members.ts';
import { insertOutboxItem } from '../../../../main/engine/store/outbox-items.ts';
import { MemberId } from '../../../../shared/ids.ts';
import { blankMember, type MemberStatus } from '../../../../shared/model/member.ts';
import { sectionContext } from '../../../support/section-context.ts';
import { sectionDatabase } from '../../../support/section-database.ts';
import { storeLetter } from '../../../support/stored-letter.ts';

const sectionId = 'members' as const;
const memberId = MemberId.parse(1);
const headerMessageId = 'asked@minato.example';

/** A member who was asked for a correction. */
function asked(status: MemberStatus = 'needs-info') {
  const section = { ...sectionContext(sectionDatabase()), id: sectionId };
  const { db } = section;
  addMembers(section, [{ ...blankMember, familyName: '森' }], 0);
  const change = { sectionId, memberId, fields: { status }, reason: '' };
  const saved = saveMember(section, change, 1);
  if (!saved.ok || saved.value.outcome !== 'saved') throw new Error('not saved');
  const sequence = saved.value.sequence ?? 0;
  threadMessage(db, headerMessageId, []);
  insertReview(db, { sequence, memberId, decision: 'needs-info', fields: [], headerMessageId });
  const landing = createAnswerLanding({ ...section, clock: systemClock, log: silentLog });
  const now = () => findMember(db, memberId)?.record.status;
  return { section, db, sequence, look: landing.look, now };
}

it.each([
  ['In-Reply-To', { inReplyTo: [headerMessageId] }],
  ['References', { references: ['earlier@reader.example', headerMessageId] }],
])('lands an answer that names the letter in %s on the registration', (_, names) => {
  const { section, db, look, now } = asked();
  look();
  expect(now()).toBe('needs-info');
  const { conversationId } = storeLetter(db, { headerMessageId: 'a@reader.example', ...names });
  look();
  expect(now()).toBe('new');
  const page = { sectionId, status: 'new', after: null, limit: 9 } as const;
  expect(listQueue(section, page, 9)).toMatchObject({
    value: { items: [{ id: memberId, answer: { conversationId } }] },
  });
  const [change] = findMemberChanges(db, memberId);
  expect(change).toMatchObject({ staffName: '', body: { after: { status: 'new' } } });
  look();
  expect(findMemberChanges(db, memberId)).toHaveLength(3);
});

it('lands nothing that answers another letter, or that a machine answered by itself', () => {
  const { db, look, now } = asked();
  storeLetter(db, { headerMessageId: 'b@reader.example', inReplyTo: ['other@minato.example'] });
  storeLetter(db, {
    headerMessageId: 'c@reader.example',
    contentHash: 'ab'.repeat(32),
    inReplyTo: [headerMessageId],
    automation: 'auto-replied',
  });
  look();
  expect(now()).toBe('needs-info');
});

it('leaves what staff have decided meanwhile as they decided', () => {
  const { db, look, now } = asked('approved');
  storeLetter(db, { headerMessageId: 'a@reader.example', inReplyTo: [headerMessageId] });
  look();
  expect(now()).toBe('approved');
});

it.each(['sending', 'uncertain', 'sent', 'filed', 'forgotten'])(
  'takes no decision back whose letter is %s, so that the answer to it still lands',
  (state) => {
    const { section, db, sequence, look, now } = asked();
    const { conversationId } = storeLetter(db, { headerMessageId: 'first@reader.example' });
    insertOutboxItem(db, {
      ...{ conversationId, messageId: null, headerMessageId, token: 'one', raw: Buffer.from('') },
      ...{ kind: 'registration', subject: '', text: '', html: null, quote: null, createdAt: 1 },
      ...{ mailFrom: 'members@minato.example', staffId: null, staffName: '', recipients: [] },
    });
    if (state === 'forgotten') db.exec('DELETE FROM outbox_item');
    else if (state === 'filed') db.exec(`UPDATE outbox_item SET state = 'sent', filed = 1`);
    else db.prepare('UPDATE outbox_item SET state = ?').run(state);
    expect(undoChange(section, { sectionId, memberId, sequence }, 2)).toMatchObject({
      error: { code: 'outbox-state-changed' },
    });
    const decisions = [{ memberId, sequence }];
    expect(undoDecisions(section, { sectionId, decisions }, 2)).toMatchObject({
      value: { undone: [], left: [memberId] },
    });
    expect(now()).toBe('needs-info');
    storeLetter(db, {
      headerMessageId: 'a@reader.example',
      contentHash: 'ab'.repeat(32),
      inReplyTo: [headerMessageId],
    });
    look();
    expect(now()).toBe('new');
  },
);

it('opens one again that expired before the answer came', () => {
  const { db, look, now } = asked('expired');
  storeLetter(db, { headerMessageId: 'a@reader.example', inReplyTo: [headerMessageId] });
  look();
  expect(now()).toBe('new');
});
