import { expect, it } from 'vitest';
import { sectionDatabase } from '../../../support/section-database.ts';

it.each([
  ['postal_code', 'member_address_code'],
  ['street COLLATE NOCASE', 'member_address_street'],
])('looks members’ addresses up by %s without reading them all', (column, index) => {
  const plan = sectionDatabase()
    .prepare(
      `EXPLAIN QUERY PLAN SELECT member_id, city FROM member_address
       WHERE ${column} IN (SELECT value FROM json_each(?))`,
    )
    .all('[]') as readonly { readonly detail: string }[];
  expect(plan.map(({ detail }) => detail).join()).toContain(
    `SEARCH member_address USING INDEX ${index}`,
  );
});
