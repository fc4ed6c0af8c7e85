import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { checkMember } from '../../../../../main/engine/policy/check-member.ts';
import { findMembers } from '../../../../../main/engine/store/member-list.ts';
import { findMember, insertMember } from '../../../../../main/engine/store/members.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { members } from '../../../../../main/engine/store/migrations/0012-members.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { mika } from '../../../../support/members.ts';
import { sectionLedger } from '../../../../support/section-ledger.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

it('leaves a database with a chain as it is, and has room for members', async () => {
  const path = join(temporaryFolder(), 'section.db');
  const head = join(temporaryFolder(), 'head');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, migrations.indexOf(members)));
  sectionLedger(db, head).write((record) => record({ kind: 'note-added' }));
  expect(migrate(db, () => undefined)).toBe('migrated');
  expect(await sectionLedger(db, head).verify()).toMatchObject({ outcome: 'whole', entries: 2 });
  const page = { offset: 0, limit: 10 };
  expect(findMembers(db, null, page)).toEqual({ total: 0, items: [] });
  const { record } = checkMember(mika);
  const id = insertMember(db, record, { sortKey: 'もり', words: 'もり' }, 7);
  expect(findMember(db, id)).toEqual({
    ...{ record, mergedInto: null, addedAt: 7, changedAt: 7 },
  });
  expect(findMembers(db, null, page)).toMatchObject({ total: 1, items: [{ id }] });
  expect(db.pragma('foreign_key_check')).toEqual([]);
});
