import type { ConversationId } from '../../../../shared/ids.ts';
import type { SearchOrder } from '../../../../shared/model/conversation.ts';
import type { SectionDatabase } from '../open-database.ts';
import { statement } from '../statement.ts';
import type { CompiledSearch } from './compile-search.ts';
import { knowHoldsWords } from './holds-words.ts';

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
 * The conversations that have a letter as it is searched for. Words that few letters have are looked up
 * in the index, and all that have them are put in order; where words are in many, or none are given,
 * conversations are gone through from the newest on until there are enough.
 */
export function findHits(db: SectionDatabase, asked: Asked): Hits {
  knowHoldsWords(db);
  const { match } = asked.search;
  return match !== null && isInFew(db, match) ? fromIndex(db, asked, match) : fromNewest(db, asked);
}

function isInFew(db: SectionDatabase, match: string): boolean {
  const row = statement<{ letters: number }>(
    db,
    `SELECT count(*) AS letters FROM (
       SELECT 1 FROM message_search WHERE message_search MATCH ? LIMIT ${fewLetters + 1})`,
  ).get(match);
  return (row?.letters ?? 0) <= fewLetters;
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
       WHERE message_search MATCH :match AND ${place.where} AND ${search.where}`,
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
  const words =
    search.match === null
      ? ''
      : `AND EXISTS (SELECT 1 FROM message_search(:match) s WHERE s.rowid = m.id)`;
  const wanted = Math.min(offset + limit, mostFound) + 1;
  const found = db
    .prepare<unknown[], ConversationId>(
      `SELECT c.id FROM conversation c WHERE ${place.where} AND EXISTS (
         SELECT 1 FROM message m WHERE m.conversation_id = c.id AND ${search.where} ${words})
       ORDER BY c.newest_at DESC, c.id DESC LIMIT :wanted`,
    )
    .pluck()
    .all({
      ...search.parameters,
      ...place.parameters,
      ...(search.match !== null && { match: search.match }),
      wanted,
    });
  const isCut = found.length === wanted;
  return {
    ids: found.slice(offset, Math.min(offset + limit, mostFound)),
    total: isCut ? mostFound : found.length,
    isCut,
  };
}
