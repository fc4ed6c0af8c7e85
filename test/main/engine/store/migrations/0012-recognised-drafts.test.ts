import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findReplacedEdits } from '../../../../../main/engine/store/edited-drafts.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

it('takes nothing away that was to go before anybody asked whose it is', () => {
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, 11));
  db.pragma('foreign_keys = OFF');
  db.exec(`INSERT INTO edited_draft (version, uid_validity, uid, conversation_id, message_id,
    staff_id, state, saved_at, text, has_files) VALUES ('v', '1', 1, 1, 1, '', 'settled', 0, '', 0)`);
  migrate(db, () => undefined);
  expect(findReplacedEdits(db)).toEqual([]);
  expect(db.prepare('SELECT state FROM edited_draft').pluck().get()).toBe('left');
});
