import { expect, it } from 'vitest';
import { findPairs } from '../../../../../main/engine/policy/duplicates/find-pairs.ts';
import { type PersonFacts, toPerson } from '../../../../../main/engine/policy/duplicates/person.ts';
import { MemberId } from '../../../../../shared/ids.ts';

const makoto: Omit<PersonFacts, 'id'> = {
  familyName: '高橋',
  givenName: '誠',
  familyKana: 'たかはし',
  givenKana: 'まこと',
  emails: ['makoto.takahashi@mail.example'],
  phones: ['+819012345678'],
  places: [{ postalCode: '100-0001', street: '本町1-2-3' }],
};
const elsewhere = {
  emails: ['somebody.else@post.example'],
  phones: ['+818087654321'],
  places: [{ postalCode: '200-0002', street: '港4-5' }],
};

/** Why the first and each of these may be one person. */
function pairs(...facts: readonly Partial<PersonFacts>[]) {
  const people = [makoto, ...facts.map((one) => ({ ...makoto, ...one }))].map((one, index) =>
    toPerson({ ...one, id: MemberId.parse(index + 1) }),
  );
  const steps = findPairs(people);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

it.each<[string, Partial<PersonFacts>, string]>([
  ['as it is', {}, 'name-same'],
  ['in old kanji', { familyName: '髙橋' }, 'name-kanji'],
  ['with the halves exchanged', { familyName: '誠', givenName: '高橋' }, 'name-swapped'],
  ['in one field', { familyName: '高橋　誠', givenName: '' }, 'name-same'],
  ['in half-width kana', { familyName: 'ﾀｶﾊｼ', givenName: 'ﾏｺﾄ', familyKana: '' }, 'name-sound'],
  ['in Latin letters', { ...latin('Takahashi', 'Makoto') }, 'name-sound'],
  ['in Latin letters, given name first', { ...latin('Makoto', 'Takahashi') }, 'name-swapped'],
  ['in kanji that are read the same', { givenName: '真' }, 'name-reading'],
  ['with a kana struck twice', { givenName: '眞', givenKana: 'まことと' }, 'name-close'],
  ['without a voiced mark', { familyName: '髙端', familyKana: 'たかばし' }, 'name-close'],
  ['after a marriage', { familyName: '鈴木', familyKana: 'すずき' }, 'name-given'],
])('finds somebody whose name is written %s', (_, name, reason) => {
  const found = pairs(name);
  expect(found).toMatchObject([{ one: 1, other: 2 }]);
  expect(found[0]?.reasons).toContain(reason);
});

it.each(['emails', 'phones', 'places'] as const)(
  'finds somebody of whom only %s is as it was',
  (field) => {
    const found = pairs({ ...elsewhere, [field]: makoto[field] });
    expect(found).toMatchObject([{ one: 1, other: 2 }]);
    expect(found[0]?.reasons).toHaveLength(2);
  },
);

it('reads a street in either way that it is written', () => {
  const places = [{ postalCode: '100-0001', street: '本町一丁目２番３号' }];
  expect(pairs({ ...elsewhere, places })[0]?.reasons).toContain('address');
});

it.each<[string, Partial<PersonFacts>]>([
  ['somebody else of the household', { givenName: '洋子', givenKana: 'ようこ' }],
  ['a brother with a name that sounds alike', { givenName: '誠二', givenKana: 'せいじ' }],
  ['a sister whose name goes on', { givenName: '誠子', givenKana: 'まことこ' }],
  ['a namesake', elsewhere],
  ['somebody of whom only the name is known', { emails: [], phones: [], places: [] }],
])('leaves %s alone', (_, other) => {
  expect(pairs(other)).toEqual([]);
});

it('has the likeliest first, and each pair once', () => {
  const found = pairs({ ...elsewhere, phones: makoto.phones }, {});
  expect(found.map(({ one, other }) => `${one} ${other}`)).toEqual(['1 3', '1 2', '2 3']);
  expect(found.map(({ isLikely }) => isLikely)).toEqual([true, false, false]);
});

it('does not hold everybody with the number of an office against each other', () => {
  const office = Array.from({ length: 500 }, (_, index) => ({
    familyName: `姓${index}`,
    familyKana: '',
    emails: [],
    places: [],
  }));
  expect(pairs(...office)).toEqual([]);
});

function latin(familyName: string, givenName: string) {
  return { familyName, givenName, familyKana: '', givenKana: '' };
}
