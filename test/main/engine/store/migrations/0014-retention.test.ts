import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findKeptMember } from '../../../../../main/engine/store/due-members.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { retention } from '../../../../../main/engine/store/migrations/0014-retention.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { findRetentionRules } from '../../../../../main/engine/store/retention-rules.ts';
import { MemberId } from '../../../../../shared/ids.ts';
import { sectionLedger } from '../../../../support/section-ledger.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

it('knows of the members of before since when they have their status, and what is kept of them', async () => {
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, migrations.indexOf(retention)));
  const ledger = sectionLedger(db);
  for (const status of ['rejected', 'new'])
    db.exec(
      `INSERT INTO member (status, family_name, given_name, family_kana, given_kana, name_order,
         language, plan, notes, consent_version, consent_date, consent_source, tailoring, sort_key,
         words, added_at, changed_at)
       VALUES ('${status}', '森', '', '', '', 'family-first', 'ja', '', '', '', '', '', 'no', '', '', 7, 9)`,
    );
  const bodies = [
    { before: null, after: { status: 'new', phones: ['+81312345678'], emails: [], plan: '' } },
    { before: { status: 'new' }, after: { status: 'rejected' } },
    { before: { plan: '' }, after: { plan: 'Daily' } },
  ];
  const sequences = bodies.map((body) =>
    ledger.write((record) => {
      const sequence = record({ kind: 'note-added' });
      db.prepare('INSERT INTO member_change VALUES (?, 1, randomblob(32), ?)').run(
        sequence,
        JSON.stringify({ reason: '', ...body }),
      );
      return sequence;
    }),
  );
  migrate(db, () => undefined);
  const rejectedAt = db
    .prepare('SELECT at FROM chain_entry WHERE sequence = ?')
    .pluck()
    .get(sequences[1]);
  expect(findKeptMember(db, MemberId.parse(1))).toEqual({
    ...{ status: 'rejected', since: rejectedAt, isHeld: false },
    fields: ['phones', 'plan'],
  });
  expect(findKeptMember(db, MemberId.parse(2))).toEqual({
    ...{ status: 'new', since: 7, fields: [], isHeld: false },
  });
  expect(findRetentionRules(db)).toEqual([]);
});
