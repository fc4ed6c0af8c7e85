import type { MemberId } from '../../../../shared/ids.ts';
import { comparePeople, type Likeness } from './compare-people.ts';
import { meetingKeys, type Person } from './person.ts';

export type FoundPair = Likeness & { readonly one: MemberId; readonly other: MemberId };

/**
 * More people than that with a key in common have an office, a school or a common name in common:
 * nothing that finds one of them twice. Those who are one meet through another key.
 */
const crowd = 60;

/** Who has a key: most have theirs to themselves, and one number is less than a list. */
type Holders = Map<string, number | number[]>;

/**
 * Everybody who may be in it twice, the likeliest first. Yields twice for each person, so that whoever
 * runs it can let others have their turn; each step is a fraction of a millisecond.
 */
export function* findPairs(people: readonly Person[]): Generator<void, readonly FoundPair[]> {
  const counts = new Map<string, number>();
  for (const { nameKeys } of people) {
    for (const key of nameKeys) counts.set(key, (counts.get(key) ?? 0) + 1);
    yield;
  }
  // Of a spelling and a reading, what more have.
  const namesakes = ({ nameKeys }: Person) =>
    nameKeys.reduce((most, key) => Math.max(most, counts.get(key) ?? 0), 0);
  const known = new Int32Array(people.length);
  // One table for each kind of key: a single one would take long each time that it has to grow.
  const tables: Readonly<Record<string, Holders>> = {
    ...{ e: new Map(), p: new Map(), d: new Map(), n: new Map(), s: new Map() },
  };
  const found: FoundPair[] = [];
  for (const [index, person] of people.entries()) {
    const met = new Set<number>();
    for (const key of meetingKeys(person)) meet(tables[key.charAt(0)], key, index, met);
    const own = namesakes(person);
    known[index] = own;
    for (const at of met) {
      const other = people[at];
      if (other === undefined) continue;
      const likeness = comparePeople(other, person, Math.max(own, known[at] ?? 0));
      if (likeness !== null) found.push({ one: other.id, other: person.id, ...likeness });
    }
    yield;
  }
  return found.sort((pair, next) => next.points - pair.points || pair.one - next.one);
}

/** Adds those who have the key to whom was met, and whoever comes to those who have it. */
function meet(holders: Holders | undefined, key: string, index: number, met: Set<number>): void {
  const known = holders?.get(key);
  if (known === undefined) holders?.set(key, index);
  else if (typeof known === 'number') {
    // Twice in one record.
    if (known === index) return;
    met.add(known);
    holders?.set(key, [known, index]);
  } else if (known.length < crowd && known.at(-1) !== index) {
    for (const other of known) met.add(other);
    known.push(index);
  }
}
