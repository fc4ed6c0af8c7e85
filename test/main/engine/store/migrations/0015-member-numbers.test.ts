import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { memberNumbers } from '../../../../../main/engine/store/migrations/0015-member-numbers.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { registrations } from '../../../../../main/engine/store/registrations.ts';
import { sectionLedger } from '../../../../support/section-ledger.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

it('knows of the registrations of before when they were first decided on', () => {
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, migrations.indexOf(memberNumbers)));
  const ledger = sectionLedger(db);
  for (const bodies of [
    [
      { before: null, after: { status: 'new' } },
      { before: { status: 'new' }, after: { status: 'rejected' } },
    ],
    [{ before: null, after: { status: 'approved' } }],
  ]) {
    const { lastInsertRowid: id } = db
      .prepare(
        `INSERT INTO member (status, family_name, given_name, family_kana, given_kana, name_order,
           language, plan, notes, consent_version, consent_date, consent_source, tailoring,
           sort_key, words, added_at, changed_at)
         VALUES ('approved', 'n', '', '', '', 'family-first', 'ja', '', '', '', '', '', 'no', '',
           '', 7, 9)`,
      )
      .run();
    for (const body of bodies)
      ledger.write((record) => {
        const sequence = record({ kind: 'note-added' });
        db.prepare('INSERT INTO member_change VALUES (?, ?, randomblob(32), ?)').run(
          sequence,
          id,
          JSON.stringify({ reason: '', ...body }),
        );
      });
  }
  migrate(db, () => undefined);
  const at = db.prepare('SELECT at FROM chain_entry WHERE sequence = 3').pluck().get();
  expect([...registrations(db)].flat().map(({ decidedAt }) => decidedAt)).toEqual([at, null]);
});
