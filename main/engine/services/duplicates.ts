import { setImmediate as breathe } from 'node:timers/promises';
import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { type Result, success } from '../../../shared/errors.ts';
import type { DuplicateSearch } from '../../../shared/model/duplicate.ts';
import type { Clock } from '../clock.ts';
import { type FoundPair, findPairs } from '../policy/duplicates/find-pairs.ts';
import { type Person, toPerson } from '../policy/duplicates/person.ts';
import {
  countPresentMembers,
  findPeopleAfter,
  findPresentSummaries,
  findToldApart,
  forgetApart,
  pairKey,
  tellApart,
} from '../store/duplicates.ts';
import { hasMember } from '../store/members.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import { aboutMember } from './members.ts';
import { notFound, type SectionContext } from './section-context.ts';

type Search = { readonly progress: DuplicateSearch; readonly pairs: readonly FoundPair[] };

const noSearch: Search = { progress: { state: 'none' }, pairs: [] };

/** What was found last, for as long as the section is open: it is quickly found again. */
const searches = new WeakMap<SectionDatabase, Search>();
const underWay = new WeakMap<SectionDatabase, Promise<void>>();

/** Members read at once, and how long the engine works before others have their turn, in ms. */
const slice = 200;
const turnMs = 10;

/** Looks through all members; whoever asks while a search is under way waits for that one. */
export async function findDuplicates({ db }: SectionContext, clock: Clock): Promise<Result<null>> {
  let running = underWay.get(db);
  if (running === undefined) {
    running = search(db, clock).finally(() => underWay.delete(db));
    underWay.set(db, running);
  }
  await running;
  return success(null);
}

async function search(db: SectionDatabase, clock: Clock): Promise<void> {
  const last = searchOf(db);
  let isDone = false;
  try {
    const pairs = await findAllPairs(db, (done, total) =>
      searches.set(db, { ...last, progress: { state: 'running', done, total } }),
    );
    if (pairs === null) return;
    searches.set(db, { progress: { state: 'done', at: clock.now() }, pairs });
    isDone = true;
  } finally {
    // One that failed, or was cut short by a lock, is none that runs for ever.
    if (!isDone) searches.set(db, last);
  }
}

/** Null when the section was closed meanwhile. `tell` has how much of it is done. */
export async function findAllPairs(
  db: SectionDatabase,
  tell: (done: number, total: number) => void,
): Promise<readonly FoundPair[] | null> {
  const count = countPresentMembers(db);
  // Reading, counting the names and comparing: each of everybody once.
  const total = 3 * count;
  tell(0, total);
  const people: Person[] = [];
  for (;;) {
    const facts = findPeopleAfter(db, people.at(-1)?.id ?? 0, slice);
    for (const one of facts) people.push(toPerson(one));
    tell(people.length, total);
    await breathe();
    if (!db.open) return null;
    if (facts.length < slice) break;
  }
  const steps = findPairs(people);
  for (let done = people.length; ; ) {
    const end = performance.now() + turnMs;
    while (performance.now() < end) {
      const step = steps.next();
      if (step.done) return step.value;
      done += 1;
    }
    tell(Math.min(done, total), total);
    await breathe();
    if (!db.open) return null;
  }
}

/** The pairs that nobody has decided about, likeliest first, and how far the search is. */
export function listPairs(
  { db }: SectionContext,
  { offset, limit }: CallInput<'duplicate.list'>,
): Result<CallOutput<'duplicate.list'>> {
  const { progress, pairs } = searchOf(db);
  const apart = findToldApart(db);
  const known = findPresentSummaries(db, [...new Set(pairs.flatMap((p) => [p.one, p.other]))]);
  const open = pairs.flatMap((pair) => {
    const one = known.get(pair.one);
    const other = known.get(pair.other);
    // Merged, erased or told apart since.
    if (one === undefined || other === undefined) return [];
    if (apart.has(pairKey(pair.one, pair.other))) return [];
    return [{ one, other, isLikely: pair.isLikely, reasons: [...pair.reasons] }];
  });
  const page = open.slice(offset, offset + limit);
  return success({ search: progress, total: open.length, pairs: page });
}

/** Remembers that two records are of two people, or forgets it again. On record of both. */
export function decideApart(
  { db, ledger }: SectionContext,
  { one, other, areApart }: CallInput<'duplicate.apart'>,
): Result<null> {
  if (!hasMember(db, one) || !hasMember(db, other) || one === other) return notFound;
  ledger.write((write) => {
    const isNews = areApart ? tellApart(db, one, other) : forgetApart(db, one, other);
    if (!isNews) return;
    const kind = areApart ? 'member-apart' : 'member-apart-undone';
    write({ ...aboutMember(kind, one), detail: { other } });
    write({ ...aboutMember(kind, other), detail: { other: one } });
  });
  return success(null);
}

function searchOf(db: SectionDatabase): Search {
  return searches.get(db) ?? noSearch;
}
