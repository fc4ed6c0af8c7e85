import { expect, it } from 'vitest';
import { memberNumbers } from '../../../../main/engine/services/member-numbers.ts';
import { firstAddresses, registrations } from '../../../../main/engine/store/registrations.ts';
import { day, keepMember } from '../../../support/kept-members.ts';
import { mika } from '../../../support/members.ts';
import { sectionContext } from '../../../support/section-context.ts';
import { sectionDatabase } from '../../../support/section-database.ts';

it('comes to each of thousands of registrations once', () => {
  const db = sectionDatabase();
  db.exec(
    `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9001)
     INSERT INTO member (status, family_name, given_name, family_kana, given_kana, name_order,
       language, plan, notes, consent_version, consent_date, consent_source, tailoring, sort_key,
       words, added_at, changed_at)
     SELECT 'new', 'n', '', '', '', 'family-first', 'ja', '', '', '', '', '', 'no', 'n', '', i / 7, 0
     FROM n;
     INSERT INTO member_address SELECT id, 0, 'JP', '', ' 東京都 ', '', '', '' FROM member`,
  );
  const ids = [...registrations(db)].flat().map(({ id }) => id);
  expect(ids).toHaveLength(9001);
  expect(new Set(ids).size).toBe(9001);
  const places = [...firstAddresses(db)].flat();
  expect(places.reduce((sum, { count }) => sum + count, 0)).toBe(9001);
  expect(new Set(places.map(({ region }) => region))).toEqual(new Set(['東京都']));
});

it('asks the index alone of them, and sorts nothing', () => {
  const plan = sectionDatabase()
    .prepare(
      `EXPLAIN QUERY PLAN SELECT id, status, added_at, decided_at
       FROM member INDEXED BY member_numbers WHERE merged_into IS NULL AND (added_at, id) > (1, 1)
       ORDER BY added_at, id LIMIT 100`,
    )
    .all() as { detail: string }[];
  expect(plan.map(({ detail }) => detail)).toEqual([
    expect.stringContaining('USING COVERING INDEX member_numbers'),
  ]);
});

it('knows when a registration was first decided on, and not of those that never waited', () => {
  const section = sectionContext(sectionDatabase());
  const decided = keepMember(section, { status: 'new' }, day);
  keepMember(section, { status: 'needs-info' }, 2 * day, decided);
  keepMember(section, { status: 'rejected' }, 3 * day, decided);
  keepMember(section, { status: 'approved' }, 9 * day, decided);
  keepMember(section, { status: 'approved' }, day);
  expect([...registrations(section.db)].flat()).toMatchObject([
    { status: 'approved', addedAt: day, decidedAt: 3 * day },
    { status: 'approved', addedAt: day, decidedAt: null },
  ]);
});

it('counts the country and prefecture of the first address alone', async () => {
  const section = sectionContext(sectionDatabase());
  const [tokyo] = mika.addresses;
  if (tokyo === undefined) throw new Error('no address');
  const second = { ...tokyo, region: '大阪府', street: '1-1' };
  for (let count = 0; count < 6; count += 1)
    keepMember(section, { addresses: [tokyo, second] }, day);
  expect(await memberNumbers(section, 2 * day)).toMatchObject({
    value: {
      countries: { cells: [{ key: 'JP', count: 6 }], total: 6 },
      prefectures: { cells: [{ key: '東京都', count: 6 }], total: 6 },
    },
  });
});
