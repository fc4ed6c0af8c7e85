import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findDisclosures } from '../../../../../main/engine/store/disclosures.ts';
import { findCompanies } from '../../../../../main/engine/store/group-companies.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import { disclosures } from '../../../../../main/engine/store/migrations/0018-disclosures.ts';
import { migrations } from '../../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { approvedMika, disclosureDesk, given } from '../../../../support/disclosures.ts';
import { sectionLedger } from '../../../../support/section-ledger.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

it('leaves a database with a chain as it is, and has room for companies and disclosures', async () => {
  const path = join(temporaryFolder(), 'section.db');
  const head = join(temporaryFolder(), 'head');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, migrations.indexOf(disclosures)));
  sectionLedger(db, head).write((record) => record({ kind: 'note-added' }));
  expect(migrate(db, () => undefined)).toBe('migrated');
  expect(await sectionLedger(db, head).verify()).toMatchObject({ outcome: 'whole', entries: 2 });
  expect(findCompanies(db)).toEqual([]);
  expect(findDisclosures(db, { companyId: null, memberId: null })).toEqual([]);
});

it('takes no second signature of the same person, and no change of what was signed', async () => {
  const desk = await disclosureDesk();
  const companyId = await desk.company();
  const asked = given(desk.ask(companyId, desk.add(approvedMika)));
  expect(asked.outcome).toBe('asked');
  const run = (sql: string) => () => desk.db.prepare(sql).run();
  expect(run("UPDATE group_company_version SET details = '{}'")).toThrow('does not change');
  expect(run("UPDATE group_company_version SET approved_by = 'x'")).toThrow('does not change');
  expect(run('DELETE FROM group_company_version')).toThrow('a version stays');
  given(await desk.enter({ name: 'Minato Tours' }, companyId));
  expect(
    run(
      `UPDATE group_company_version SET approved_by = entered_by, approved_at = 1
       WHERE approved_by IS NULL`,
    ),
  ).toThrow('CHECK');
  expect(
    run(
      "UPDATE disclosure SET state = 'released', settled_by = asked_by, settled_at = 1, sequence = 1",
    ),
  ).toThrow('CHECK');
  expect(run("UPDATE disclosure SET state = 'released'")).toThrow('CHECK');
});
