import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findMembers } from '../../../../../main/engine/store/member-list.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { duplicates } from '../../../../../main/engine/store/migrations/0017-duplicates.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

it('keeps the members in the lists, and has old kanji found by new ones', () => {
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, migrations.indexOf(duplicates)));
  const insert = db.prepare(
    `INSERT INTO member (id, status, family_name, given_name, family_kana, given_kana,
       name_order, honorific, language, plan, notes, consent_version, consent_date, consent_source,
       tailoring, sort_key, words, added_at, changed_at)
     VALUES (NULL, 'new', '', '', '', '', 'family-first', NULL, 'ja', '', '', '',
       '', '', 'unknown', '', ?, 1, 1)`,
  );
  const words = ['髙澤 澤', '高沢 沢', '森 森'];
  for (const one of words) insert.run(one);
  expect(migrate(db, () => undefined)).toBe('migrated');
  const page = { offset: 0, limit: 10 };
  expect(findMembers(db, null, page).total).toBe(3);
  expect(findMembers(db, { kind: 'words', match: '"高沢"' }, page).total).toBe(2);
  expect(findMembers(db, { kind: 'words', match: '"髙澤"' }, page).total).toBe(0);
  expect(db.prepare('SELECT words FROM member ORDER BY id').pluck().all()).toEqual([
    ...['高沢 沢', '高沢 沢', '森 森'],
  ]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

it('lists everybody by the index of those in the lists', () => {
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined);
  const plan = db
    .prepare(
      `EXPLAIN QUERY PLAN SELECT id FROM member WHERE merged_into IS NULL
         ORDER BY sort_key, id LIMIT 10`,
    )
    .all() as { detail: string }[];
  expect(plan.map(({ detail }) => detail).join()).toContain('member_order');
  expect(plan.map(({ detail }) => detail).join()).not.toContain('TEMP B-TREE');
});
