import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { insertReview } from '../../../../../main/engine/store/member-reviews.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { memberReviews } from '../../../../../main/engine/store/migrations/0016-member-reviews.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { countQueue, findQueue } from '../../../../../main/engine/store/review-queue.ts';
import { MemberId } from '../../../../../shared/ids.ts';
import { sectionLedger } from '../../../../support/section-ledger.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

it('puts the members that there are into the queue, and has room for their reviews', () => {
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, migrations.indexOf(memberReviews)));
  db.exec(`INSERT INTO member (id, status, family_name, given_name, family_kana, given_kana,
       name_order, honorific, language, plan, notes, consent_version, consent_date, consent_source,
       tailoring, sort_key, words, added_at, changed_at)
     VALUES (7, 'new', '森', '', '', '', 'family-first', NULL, 'ja', '', '',
    '', '', '', 'unknown', '', '', 5, 5)`);
  expect(migrate(db, () => undefined)).toBe('migrated');
  const memberId = MemberId.parse(7);
  sectionLedger(db).write((write) => {
    const sequence = write({ kind: 'member-changed' });
    const review = { decision: 'needs-info', fields: ['emails'], headerMessageId: null } as const;
    insertReview(db, { sequence, memberId, ...review });
  });
  expect(findQueue(db, 'new', null, 10)).toMatchObject([{ id: 7, addedAt: 5, isAnswered: 0 }]);
  const counts = () => (['new', 'approved'] as const).map((status) => countQueue(db, status));
  expect(counts()).toEqual([1, 0]);
  db.exec("UPDATE member SET status = 'approved'");
  expect(counts()).toEqual([0, 1]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.exec('DELETE FROM member');
  expect(counts()).toEqual([0, 0]);
  expect(db.prepare('SELECT count(*) AS count FROM member_review').get()).toEqual({ count: 0 });
});
