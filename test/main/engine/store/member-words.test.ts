import { expect, it } from 'vitest';
import { forgetWords } from '../../../../main/engine/store/forget-deleted.ts';
import { findMembers } from '../../../../main/engine/store/member-list.ts';
import { withWordsAtOnce } from '../../../../main/engine/store/member-words.ts';
import { deleteMember, insertMember, updateMember } from '../../../../main/engine/store/members.ts';
import type { SectionDatabase } from '../../../../main/engine/store/open-database.ts';
import { mika } from '../../../support/members.ts';
import { sectionDatabase } from '../../../support/section-database.ts';

function atOnce<T>(db: SectionDatabase, isMany: boolean, work: () => T): T {
  return db.transaction(() => withWordsAtOnce(db, isMany, work))();
}

/** Many whose words are all in the index, in a single piece of it. */
function withMany() {
  const db = sectionDatabase();
  const add = (words: string) => insertMember(db, mika, { sortKey: 'も', words }, 1);
  const ids = atOnce(db, true, () =>
    Array.from({ length: 300 }, (_, at) => add(`common zeldamarker n${at}`)),
  );
  const found = (match: string) =>
    findMembers(db, { kind: 'words', match }, { offset: 0, limit: 10 }).total;
  const blocks = () => {
    const all = db.prepare('SELECT block FROM member_words_data').pluck().all() as Buffer[];
    // A term begins with what it shares with the one before it, which is left out.
    return all.filter((block) => block.toString('latin1').includes('eldamarker')).length;
  };
  return { db, ids, add, found, blocks };
}

it.each([true, false])('finds many by their words once they are written (%s)', (isMany) => {
  const { db, ids, add, found } = withMany();
  expect([found('zeldamarker'), found('n299')]).toEqual([300, 1]);
  const [first, second] = ids;
  if (first === undefined || second === undefined) throw new Error('nobody was added');
  atOnce(db, isMany, () => {
    deleteMember(db, first);
    updateMember(db, second, mika, { sortKey: 'も', words: 'other' }, 2);
    add('newcomer');
  });
  expect(found('zeldamarker')).toBe(298);
  expect([found('other'), found('newcomer'), found('n0'), found('n1')]).toEqual([1, 1, 0, 0]);
  expect(db.prepare('SELECT count(*) FROM member_words_queue').pluck().get()).toBe(0);
});

it('has no word in the index of many who are gone, once they are forgotten', () => {
  const { db, ids, add, found, blocks } = withMany();
  add('stays');
  atOnce(db, true, () => {
    for (const id of ids) deleteMember(db, id);
  });
  expect([found('zeldamarker'), blocks() > 0]).toEqual([0, true]);
  for (const _ of forgetWords(db, 'member_words'));
  expect([found('stays'), blocks()]).toEqual([1, 0]);
});

it('takes the words of one out at once again after many, whether or not those were written', () => {
  const { db, add, found, blocks } = withMany();
  const broken = () =>
    atOnce(db, true, () => {
      add('never');
      throw new Error('the disk is full');
    });
  expect(broken).toThrow('the disk is full');
  db.exec('DELETE FROM member');
  expect([found('never'), found('zeldamarker'), blocks()]).toEqual([0, 0, 0]);
});
