import type { ConversationId } from '../../../../shared/ids.ts';
import type { SearchOrder } from '../../../../shared/model/conversation.ts';
import type { SectionDatabase } from '../open-database.ts';
import { statement } from '../statement.ts';
import type { CompiledSearch } from './compile-search.ts';
import { knowHoldsWords } from './holds-words.ts';
import { indexStaffWords } from './staff-words.ts';

/** Letters that words may be found in for all of them to be looked at before the first is shown. */
const fewLetters = 3000;

/** Nobody reads on after as many conversations: a better search is quicker. */
const mostFound = 1000;

type Place = {
  /** SQL over a conversation `c`. */
  readonly where: string;
  readonly parameters: Readonly<Record<string, number>>;
};

export type Hits = {
  /** Of the page, in order. */
  readonly ids: readonly ConversationId[];
  readonly total: number;
  /** There are more than `total`, and only the newest are among them. */
  readonly isCut: boolean;
};

type Asked = {
  readonly search: CompiledSearch;
  readonly place: Place;
  readonly order: SearchOrder;
  readonly offset: number;
  readonly limit: number;
};

/**
 * The conversations that have a letter as it is searched for, or a note or tag with the words. Where few letters have the words, all of
 * them are put in order; where many have them, or no words are given, conversations are gone through from
 * the newest on until there are enough.
 */
export function findHits(db: SectionDatabase, asked: Asked): Hits {
  knowHoldsWords(db);
  indexStaffWords(db);
  const { match } = asked.search;
  if (match === null) return fromNewest(db, asked);
  const letters = findLetters(db, match);
  return letters.length <= fewLetters
    ? fromIndex(db, asked, match)
    : amongNewest(db, asked, letters);
}

/** All letters that have the words, and below zero the conversations whose notes and tags have them: some milliseconds for a hundred thousand of them. */
function findLetters(db: SectionDatabase, match: string): number[] {
  return statement<number>(db, 'SELECT rowid FROM message_search(?)')
    .pluck()
    .all(match) as number[];
}

type Ranked = {
  readonly id: ConversationId;
  readonly newestAt: number;
  /** BM25 of its best letter: the lower, the better. */
  readonly rank: number;
};

function fromIndex(
  db: SectionDatabase,
  { search, place, order, offset, limit }: Asked,
  match: string,
): Hits {
  const rank = order === 'relevance' ? 'bm25(message_search, 8, 4, 1, 2)' : '0';
  const rows = db
    .prepare<unknown[], Ranked>(
      `SELECT c.id, c.newest_at AS newestAt, ${rank} AS rank
       FROM message_search CROSS JOIN message m ON m.id = message_search.rowid
       CROSS JOIN conversation c ON c.id = m.conversation_id
       WHERE message_search MATCH :match AND ${place.where} AND ${search.where}
       UNION ALL SELECT c.id, c.newest_at, ${rank}
       FROM message_search CROSS JOIN conversation c ON c.id = -message_search.rowid
       WHERE message_search MATCH :match AND message_search.rowid < 0 AND ${place.where}
         AND EXISTS (SELECT 1 FROM message m WHERE m.conversation_id = c.id AND ${search.where})`,
    )
    .all({ ...search.parameters, ...place.parameters, match });
  const best = new Map<ConversationId, Ranked>();
  for (const row of rows) if (row.rank <= (best.get(row.id)?.rank ?? 0)) best.set(row.id, row);
  const found = [...best.values()].sort(order === 'relevance' ? byRelevance(best) : byDate);
  return {
    ids: found.slice(offset, offset + limit).map(({ id }) => id),
    total: found.length,
    isCut: false,
  };
}

function byDate(one: Ranked, other: Ranked): number {
  return other.newestAt - one.newestAt || other.id - one.id;
}

/** Milliseconds in which a letter loses half of the weight that it has for being new. */
const halfLife = 180 * 24 * 60 * 60_000;

/** How well the words fit, and how new it is: of two that fit alike the newer one comes first. */
function byRelevance(found: ReadonlyMap<ConversationId, Ranked>) {
  const newest = Math.max(...[...found.values()].map(({ newestAt }) => newestAt));
  const score = ({ rank, newestAt }: Ranked) => -rank * (1 + 2 ** ((newestAt - newest) / halfLife));
  return (one: Ranked, other: Ranked) => score(other) - score(one) || byDate(one, other);
}

function fromNewest(db: SectionDatabase, { search, place, offset, limit }: Asked): Hits {
  const wanted = mostWanted(offset, limit);
  const found = db
    .prepare<unknown[], ConversationId>(
      `SELECT c.id FROM conversation c WHERE ${place.where} AND EXISTS (
         SELECT 1 FROM message m WHERE m.conversation_id = c.id AND ${search.where})
       ORDER BY c.newest_at DESC, c.id DESC LIMIT :wanted`,
    )
    .pluck()
    .all({ ...search.parameters, ...place.parameters, wanted });
  return toHits(found, offset, limit);
}

function amongNewest(
  db: SectionDatabase,
  { search, place, offset, limit }: Asked,
  letters: readonly number[],
): Hits {
  const isFound = new Uint8Array(letters.reduce((most, id) => Math.max(most, id), 0) + 1);
  for (const id of letters) if (id > 0) isFound[id] = 1;
  const ofStaff = new Set(letters.filter((id) => id < 0).map((id) => -id));
  const rows = db
    .prepare<unknown[], [ConversationId, number]>(
      `SELECT c.id, m.id FROM conversation c CROSS JOIN message m ON m.conversation_id = c.id
       WHERE ${place.where} AND ${search.where} ORDER BY c.newest_at DESC, c.id DESC`,
    )
    .raw()
    .iterate({ ...search.parameters, ...place.parameters });
  const wanted = mostWanted(offset, limit);
  const found = new Set<ConversationId>();
  for (const [id, letter] of rows) {
    if (isFound[letter] === 1 || ofStaff.has(id)) found.add(id);
    if (found.size === wanted) break;
  }
  return toHits([...found], offset, limit);
}

/** One more than is listed says that there are more. */
function mostWanted(offset: number, limit: number): number {
  return Math.min(offset + limit, mostFound) + 1;
}

function toHits(found: readonly ConversationId[], offset: number, limit: number): Hits {
  const isCut = found.length === mostWanted(offset, limit);
  return {
    ids: found.slice(offset, Math.min(offset + limit, mostFound)),
    total: isCut ? mostFound : found.length,
    isCut,
  };
}
