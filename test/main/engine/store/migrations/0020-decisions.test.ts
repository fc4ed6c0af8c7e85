import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { decisions } from '../../../../../main/engine/store/migrations/0020-decisions.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { registrations } from '../../../../../main/engine/store/registrations.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

it('knows of no decision that was taken back, before or since', () => {
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, migrations.indexOf(decisions)));
  for (const status of ['new', 'new', 'approved'])
    db.prepare(
      `INSERT INTO member (status, family_name, given_name, family_kana, given_kana, name_order,
         language, plan, notes, consent_version, consent_date, consent_source, tailoring,
         sort_key, words, added_at, changed_at, decided_at)
       VALUES (?, 'n', '', '', '', 'family-first', 'ja', '', '', '', '', '', 'no', '',
         '', 7, 9, 9)`,
    ).run(status);
  const decidedAt = () => [...registrations(db)].flat().map((one) => one.decidedAt);
  migrate(db, () => undefined);
  expect(decidedAt()).toEqual([null, null, 9]);
  const decide = db.prepare('UPDATE member SET status = ?, changed_at = ? WHERE id = 1');
  decide.run('rejected', 20);
  expect(decidedAt()).toEqual([20, null, 9]);
  decide.run('new', 21);
  expect(decidedAt()).toEqual([null, null, 9]);
  decide.run('approved', 30);
  decide.run('lapsed', 40);
  expect(decidedAt()).toEqual([30, null, 9]);
});
