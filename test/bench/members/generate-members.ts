import { blankMember, type MemberRecord } from '../../../shared/model/member.ts';
import { makeAddress, makeEmail, makeLandline, makeMobile } from './contacts.ts';
import { englishFamilies, englishGiven, japaneseFamilies, japaneseGiven } from './name-lists.ts';
import { createRandom, type Random } from './random.ts';
import { type GivenName, type Registrant, registerAgain } from './register-again.ts';

export type GeneratedMember = {
  readonly record: MemberRecord;
  /** Two records of one person have the same. */
  readonly person: number;
};

/** So many of a hundred records are somebody's second one. */
const secondRecords = 6;

/**
 * Members of an agency as they could be, some of them there twice or three times. Households of one to
 * five people share an address, most a telephone, some a mailbox (near misses: different people);
 * names are as common as names are, so that there are many namesakes, also in one town. Whoever
 * registers again does what people do: writes the name with other kanji, in kana or in Latin letters,
 * in half-width kana, with the halves in the wrong fields or with a slip; leaves fields out; has moved,
 * married, or has another telephone or mailbox, each by chance and regardless of the others: a few
 * cannot be told by anybody. It knows nothing of how the app looks for them.
 */
export function generateMembers(seed: number, count: number): readonly GeneratedMember[] {
  const random = createRandom(seed);
  const members: GeneratedMember[] = [];
  let person = 0;
  while (members.length < count) {
    for (const registrant of makeHousehold(random)) {
      person += 1;
      members.push({ record: registrant.record, person });
      for (let again = 0; again < 2 && random.chance(secondRecords / 100); again += 1)
        members.push({ record: registerAgain(random, registrant), person });
    }
  }
  // Whoever registers again does so later, among others.
  for (let at = members.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    const [one, two] = [members[at], members[other]];
    if (one === undefined || two === undefined) continue;
    members[at] = two;
    members[other] = one;
  }
  return members.slice(0, count);
}

function makeHousehold(random: Random): readonly Registrant[] {
  const isEnglish = random.chance(0.15);
  const family = isEnglish
    ? { ways: [random.pickCommon(englishFamilies)], kana: '' }
    : readName(random.pickCommon(japaneseFamilies));
  const address = makeAddress(random);
  const landline = random.chance(0.6) ? [makeLandline(random)] : [];
  const mailbox = random.chance(0.8) ? [makeEmail(random)] : [];
  const size = random.pick([1, 1, 1, 1, 1, 2, 2, 2, 3, 4, 5]);
  const names = new Set<string>();
  while (names.size < size)
    names.add(random.pickCommon<string>(isEnglish ? englishGiven : japaneseGiven));
  return [...names].map((name) => {
    const given = isEnglish ? { ways: [name], kana: '' } : readName(name);
    const mobile = random.chance(0.75) ? [makeMobile(random)] : [];
    const own = random.chance(0.7) ? [makeEmail(random)] : mailbox;
    const record: MemberRecord = {
      ...blankMember,
      familyName: random.pick(family.ways),
      givenName: random.pick(given.ways),
      familyKana: family.kana,
      givenKana: given.kana,
      nameOrder: isEnglish ? 'given-first' : 'family-first',
      language: isEnglish ? 'en' : 'ja',
      status: random.pick(['new', 'approved', 'approved', 'approved', 'lapsed', 'rejected']),
      emails: own,
      phones: random.chance(0.5) ? [...mobile, ...landline] : mobile.length > 0 ? mobile : landline,
      addresses: random.chance(0.9) ? [address] : [],
    };
    return { record, family, given };
  });
}

function readName(entry: string): GivenName {
  const [ways = '', kana = ''] = entry.split(' ');
  return { ways: ways.split('|'), kana };
}
