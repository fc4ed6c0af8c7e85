import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findErasures } from '../../../../../main/engine/store/erasures.ts';
import { settleDeletions } from '../../../../../main/engine/store/mail-deletions.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { mailDeletions } from '../../../../../main/engine/store/migrations/0023-mail-deletions.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { ErasureId } from '../../../../../shared/ids.ts';
import { sectionLedger } from '../../../../support/section-ledger.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

it('leaves an older certificate as it is, with letters that stayed', () => {
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, migrations.indexOf(mailDeletions)));
  sectionLedger(db).write((record) => {
    const sequence = record({
      ...{ kind: 'member-erased', target: '7' },
      detail: { erasure: ErasureId.parse(1) },
    });
    db.prepare(
      `INSERT INTO erasure (member_id, at, staff_name, reason, places, sequence)
       VALUES (7, 1, 'Hana Ito', 'Request 12', ?, ?)`,
    ).run(JSON.stringify([{ place: 'mails', count: 2, isKept: true }]), sequence);
  });
  expect(migrate(db, () => undefined)).toBe('migrated');
  expect(findErasures(db)).toMatchObject([
    { memberId: 7, mailsDeletedAt: null, places: [{ place: 'mails', count: 2, isKept: true }] },
  ]);
  expect(settleDeletions(db)).toEqual([]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});
