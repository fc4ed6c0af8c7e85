import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { digestOf, isBodySound, saltBody } from '../../../../../main/engine/ledger/member-body.ts';
import { checkMember } from '../../../../../main/engine/policy/check-member.ts';
import { insertMemberChange } from '../../../../../main/engine/store/member-changes.ts';
import {
  findImportChanges,
  findImports,
  insertImport,
  insertImportChange,
} from '../../../../../main/engine/store/member-imports.ts';
import { deleteMember, findMember } from '../../../../../main/engine/store/members.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { memberImports } from '../../../../../main/engine/store/migrations/0013-member-imports.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { MemberId } from '../../../../../shared/ids.ts';
import { mika } from '../../../../support/members.ts';
import { sectionLedger } from '../../../../support/section-ledger.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

it('leaves members and what was erased as they are, and has room for imports', async () => {
  const path = join(temporaryFolder(), 'section.db');
  const head = join(temporaryFolder(), 'head');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, migrations.indexOf(memberImports)));
  const { record } = checkMember(mika);
  const ledger = sectionLedger(db, head);
  // As it was then: what later versions keep of a member is not there yet.
  const insert = db.prepare(
    `INSERT INTO member (status, family_name, given_name, family_kana, given_kana, name_order,
       language, plan, notes, consent_version, consent_date, consent_source, tailoring, sort_key,
       words, added_at, changed_at)
     VALUES (:status, :familyName, :givenName, :familyKana, :givenKana, :nameOrder, :language,
       :plan, :notes, '', '', '', :tailoring, 'もり', 'もり', 7, 7)`,
  );
  const add = () =>
    ledger.write((write) => {
      const { familyName, givenName, familyKana, givenKana, nameOrder } = record;
      const { status, language, plan, notes, tailoring } = record;
      const { lastInsertRowid } = insert.run({
        ...{ familyName, givenName, familyKana, givenKana, nameOrder },
        ...{ status, language, plan, notes, tailoring },
      });
      const id = MemberId.parse(lastInsertRowid);
      const salted = saltBody({ reason: '', before: null, after: record });
      const detail = { digest: digestOf(salted) };
      const sequence = write({ kind: 'member-added', target: String(id), detail });
      insertMemberChange(db, sequence, id, salted);
      return { id, sequence, target: String(id), detail: JSON.stringify(detail) };
    });
  const erased = add();
  ledger.write((write) => {
    deleteMember(db, erased.id);
    write({
      kind: 'member-erased',
      target: erased.target,
      detail: { concerns: erased.sequence },
    });
  });
  const kept = add();
  expect(migrate(db, () => undefined)).toBe('migrated');
  expect(await sectionLedger(db, head).verify()).toMatchObject({ outcome: 'whole', entries: 4 });
  expect(isBodySound(db, { ...erased, kind: 'member-added' })).toBe(true);
  expect(findMember(db, kept.id)).toMatchObject({
    record: { familyName: record.familyName, notes: record.notes },
  });
  const plan = db
    .prepare(
      `EXPLAIN QUERY PLAN SELECT 1 FROM chain_entry WHERE sequence > 1 AND kind = 'member-erased'
         AND json_extract(detail, '$.concerns') = 1`,
    )
    .all();
  expect(JSON.stringify(plan)).toContain('chain_entry_erased');

  const asked = { fileName: 'new.csv', reason: '', staffId: null, staffName: '' };
  const id = insertImport(db, { at: 9, ...asked });
  expect(findImports(db, 0)).toMatchObject([{ id, state: 'preparing', added: 0, left: 0 }]);
  insertImportChange(db, id, kept.sequence);
  expect(findImportChanges(db, id, 9)).toHaveLength(1);
  deleteMember(db, kept.id);
  expect(findImportChanges(db, id, 9)).toEqual([]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});
