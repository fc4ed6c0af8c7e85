import fc from 'fast-check';
import { expect, it } from 'vitest';
import { saveMember, undoChange } from '../../../../main/engine/services/change-member.ts';
import { MemberId } from '../../../../shared/ids.ts';
import { mika } from '../../../support/members.ts';
import { sectionContext } from '../../../support/section-context.ts';
import { sectionDatabase } from '../../../support/section-database.ts';

/** A section in which so many members were added; gives their numbers and the entries of them. */
function withMembers(count: number) {
  const db = sectionDatabase();
  const section = sectionContext(db);
  const added = Array.from({ length: count }, () => {
    const input = { sectionId: 'members', memberId: null, fields: mika, reason: '' } as const;
    const answer = saveMember(section, input, 1);
    if (!answer.ok || answer.value.outcome !== 'saved') throw new Error('not added');
    return { memberId: answer.value.memberId, sequence: answer.value.sequence ?? 0 };
  });
  return { db, section, added };
}

it('stays whole whoever is erased on record', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }), async (erased) => {
      const { db, section, added } = withMembers(erased.length);
      for (const [index, one] of added.entries())
        if (erased[index]) undoChange(section, { sectionId: 'members', ...one }, 2);
      const left = db.prepare('SELECT count(*) FROM member_change').pluck().get();
      expect(left).toBe(erased.filter((isErased) => !isErased).length);
      expect(await section.ledger.verify()).toMatchObject({ outcome: 'whole' });
    }),
    { numRuns: 10 },
  );
});

it.each([
  ['changed', `UPDATE member_change SET body = replace(body, '美香', '由美') WHERE sequence = 3`],
  ['given another salt', 'UPDATE member_change SET salt = randomblob(32) WHERE sequence = 3'],
  ['gone without an entry', 'DELETE FROM member_change WHERE sequence = 3'],
])('names the entry whose body was %s', async (_, sql) => {
  const { db, section, added } = withMembers(3);
  expect(added.map(({ sequence }) => sequence)).toEqual([2, 3, 4]);
  db.exec(`DROP TRIGGER member_change_update; ${sql}`);
  expect(await section.ledger.verify()).toEqual({ outcome: 'broken', entries: 2, sequence: 3 });
});

it('gives two bodies that are the same two digests: none can be guessed', () => {
  const { db, added } = withMembers(2);
  const digests = db
    .prepare(`SELECT json_extract(detail, '$.digest') FROM chain_entry WHERE kind = 'member-added'`)
    .pluck()
    .all();
  expect(added.map(({ memberId }) => memberId)).toEqual([MemberId.parse(1), MemberId.parse(2)]);
  expect(new Set(digests).size).toBe(2);
});
