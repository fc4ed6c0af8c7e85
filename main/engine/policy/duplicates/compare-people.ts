import type { DuplicateReason } from '../../../../shared/model/duplicate.ts';
import { compareNames, type NameLikeness } from './compare-names.ts';
import type { Person } from './person.ts';

/**
 * What speaks for two records being of one person, in points: about the logarithm, to the base 2, of
 * how much more often two records of one person agree (or not) in it than two of different people
 * who met through a common key. What is not known speaks neither way. Estimated, not fitted.
 */
const names: Readonly<Record<NameLikeness, number>> = {
  same: 6,
  kanji: 6,
  swapped: 5.5,
  sound: 5,
  // 裕子 and 優子 are mostly two people, and at times one whose name was converted wrongly.
  reading: 3,
  close: 4,
  unknown: 0,
  // Kept by whoever marries, and seldom by another in the same household.
  given: -2,
  // A household has its address, its telephone and often its mailbox in common.
  other: -7,
};
const email = { same: 6, alike: 1.5, other: -1 } as const;
const phone = { same: 4.5, other: -0.5 } as const;
const place = { door: 4, code: 1.5, other: -0.5 } as const;

/** A name that hardly anybody has says more than one that hundreds have. */
function rarity(namesakes: number): number {
  if (namesakes <= 3) return 2;
  if (namesakes <= 12) return 1;
  return namesakes > 100 ? -1 : 0;
}

/** From here on somebody should look: a name that agrees, and one thing more. */
const worthALook = 8;
/** The name and two things more. */
const likely = 13;

export type Likeness = {
  readonly points: number;
  readonly isLikely: boolean;
  readonly reasons: readonly DuplicateReason[];
};

/** `namesakes` is how many records have the name, this pair among them. Null when not worth a look. */
export function comparePeople(one: Person, other: Person, namesakes: number): Likeness | null {
  const reasons: DuplicateReason[] = [];
  const name = compareNames(one, other);
  let points = names[name];
  if (name !== 'other' && name !== 'unknown') reasons.push(`name-${name}`);
  if (points > 0) points += rarity(namesakes);

  if (haveCommon(one.emails, other.emails)) {
    points += email.same;
    reasons.push('email');
  } else if (haveCommon(one.mailNames, other.mailNames)) {
    points += email.alike;
    reasons.push('email-alike');
  } else if (areKnown(one.emails, other.emails)) points += email.other;

  if (haveCommon(one.phones, other.phones)) {
    points += phone.same;
    reasons.push('phone');
  } else if (areKnown(one.phones, other.phones)) points += phone.other;

  if (haveCommon(one.doors, other.doors)) {
    points += place.door;
    reasons.push('address');
  } else if (haveCommon(one.postalCodes, other.postalCodes)) {
    points += place.code;
    reasons.push('postal-code');
  } else if (areKnown(one.postalCodes, other.postalCodes)) points += place.other;

  // One thing alone is what any two people have in common.
  if (points < worthALook || reasons.length < 2) return null;
  return { points, isLikely: points >= likely, reasons };
}

function haveCommon(some: readonly string[], others: readonly string[]): boolean {
  for (const value of some) if (others.includes(value)) return true;
  return false;
}

function areKnown(some: readonly string[], others: readonly string[]): boolean {
  return some.length > 0 && others.length > 0;
}
