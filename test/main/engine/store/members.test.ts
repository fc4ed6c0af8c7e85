import { expect, it } from 'vitest';
import { setMergedInto } from '../../../../main/engine/store/duplicates.ts';
import { findMembers } from '../../../../main/engine/store/member-list.ts';
import { deleteMember, insertMember, updateMember } from '../../../../main/engine/store/members.ts';
import { mika } from '../../../support/members.ts';
import { sectionDatabase } from '../../../support/section-database.ts';

/** A section with so many others, and one whose name has words of her own. */
function withZelda() {
  const db = sectionDatabase();
  const others = (from: number) => {
    for (let index = from; index < from + 300; index += 1)
      insertMember(db, mika, { sortKey: 'も', words: `common shared n${index}` }, 1);
  };
  others(0);
  const id = insertMember(db, mika, { sortKey: 'ぜ', words: 'zeldamarker zenobia' }, 1);
  others(300);
  const blocks = () => {
    const all = db.prepare('SELECT block FROM member_words_data').pluck().all() as Buffer[];
    // A term begins with what it shares with the one before it, which is left out.
    return all.filter((block) => /eldamarker|enobia/.test(block.toString('latin1'))).length;
  };
  const found = () =>
    findMembers(db, { kind: 'words', match: 'zeldamarker' }, { offset: 0, limit: 10 }).total;
  return { db, id, blocks, found };
}

it('leaves no word of an erased member in the index', () => {
  const { db, id, blocks, found } = withZelda();
  expect([found(), blocks() > 0]).toEqual([1, true]);
  deleteMember(db, id);
  expect([found(), blocks()]).toEqual([0, 0]);
});

it('leaves no word of a name in the index that a member has no more', () => {
  const { db, id, blocks, found } = withZelda();
  updateMember(db, id, mika, { sortKey: 'も', words: 'other' }, 2);
  expect([found(), blocks()]).toEqual([0, 0]);
  expect(
    findMembers(db, { kind: 'words', match: 'other' }, { offset: 0, limit: 10 }).items,
  ).toMatchObject([{ id }]);
});

it('lists many who match in the same order as few, by page', () => {
  const db = sectionDatabase();
  const add = (count: number, word: string) => {
    for (let index = 0; index < count; index += 1)
      insertMember(db, mika, { sortKey: String((index * 7919) % 1301), words: word }, 1);
  };
  // In one transaction: a thousand waits for the disk say nothing.
  db.transaction(() => add(1300, 'many'))();
  const page = (offset: number, limit: number) =>
    findMembers(db, { kind: 'words', match: 'many' }, { offset, limit });
  const all = findMembers(db, null, { offset: 0, limit: 2000 });
  expect(page(0, 2000)).toEqual(all);
  expect(page(1200, 50).items).toEqual(all.items.slice(1200, 1250));
  expect(page(1200, 50).total).toBe(1300);
});

it('lists nobody who was merged into another, whatever words, address or number they have', () => {
  const db = sectionDatabase();
  const words = { sortKey: 'ぜ', words: 'zeldamarker zenobia' };
  const contacts = { emails: ['z@reader.example'], phones: ['+81300000000'] };
  const id = insertMember(db, { ...mika, ...contacts }, words, 1);
  const kept = insertMember(db, { ...mika, emails: [] }, { sortKey: 'ぜ', words: 'zenobia' }, 1);
  setMergedInto(db, id, kept);
  const page = { offset: 0, limit: 10 };
  const empty = { total: 0, items: [] };
  expect(findMembers(db, { kind: 'words', match: 'zeldamarker' }, page)).toEqual(empty);
  expect(findMembers(db, { kind: 'email', folded: 'z@reader.example' }, page)).toEqual(empty);
  expect(findMembers(db, { kind: 'phone', number: '+81300000000' }, page)).toEqual(empty);
  expect(findMembers(db, { kind: 'words', match: 'zenobia' }, page)).toMatchObject({
    ...{ total: 1, items: [{ id: kept }] },
  });
});
