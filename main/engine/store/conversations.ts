import type { ConversationId } from '../../../shared/ids.ts';
import type {
  ConversationSummary,
  ConversationView,
  ListView,
  SearchOrder,
} from '../../../shared/model/conversation.ts';
import type { ConversationStatus } from '../../../shared/model/conversation-state.ts';
import type { Participant } from '../../../shared/model/participant.ts';
import type { SectionDatabase } from './open-database.ts';
import type { CompiledSearch } from './search/compile-search.ts';
import { findHits } from './search/find-hits.ts';
import { statement } from './statement.ts';

export type ConversationQuery = {
  readonly view: ListView;
  /** Null lists everything. */
  readonly search: CompiledSearch | null;
  readonly order?: SearchOrder | undefined;
  readonly offset: number;
  readonly limit: number;
};

/** As lists show it, with the keywords that its tags are. */
type StoredSummary = Omit<ConversationSummary, 'tags'> & { readonly keywords: readonly string[] };

type Row = {
  readonly id: ConversationId;
  readonly subject: string;
  readonly participants: string;
  readonly snippet: string;
  readonly newestAt: number;
  readonly messageCount: number;
  readonly unreadCount: number;
  readonly hasAttachment: number;
  readonly flagged: number;
  readonly keywords: string | null;
  readonly answered: number;
  readonly hasDraft: number;
  readonly status: ConversationSummary['status'];
  readonly due: ConversationSummary['due'];
  readonly wakesAt: number | null;
  readonly outbox: ConversationSummary['outbox'];
};

/** The words of the index's own condition, without which it is not used. */
function byStatus(status: ConversationStatus): string {
  return `status = '${status}' AND live = 1`;
}

const inView: Record<ConversationView, string> = {
  inbox: 'inbox_count > 0',
  unread: 'unread_count > 0',
  sent: 'sent_count > 0',
  all: 'hidden = 0',
  open: byStatus('open'),
  waiting: byStatus('waiting'),
  snoozed: byStatus('snoozed'),
  done: byStatus('done'),
};

/** A folder has its own list in the order of dates; all others are kept by partial indexes. */
function shownIn(view: ListView) {
  if (!view.startsWith('folder:'))
    return {
      source: 'conversation c',
      where: inView[view as ConversationView],
      order: 'newest_at DESC, c.id DESC',
      unread: 'unread_count',
      parameters: {} as Readonly<Record<string, number>>,
    };
  return {
    source: 'conversation_folder cf CROSS JOIN conversation c ON c.id = cf.conversation_id',
    where: 'cf.folder_id = :folderId',
    order: 'cf.newest_at DESC, cf.conversation_id DESC',
    unread: `(SELECT count(DISTINCT m.id) FROM message m JOIN message_place p ON p.message_id = m.id
      WHERE m.conversation_id = c.id AND p.folder_id = :folderId AND p.seen = 0)`,
    parameters: { folderId: Number(view.slice('folder:'.length)) },
  };
}

const summary = (unread: string) => `SELECT c.id, subject, participants, snippet,
    c.newest_at AS newestAt, message_count AS messageCount, ${unread} AS unreadCount,
    has_attachment AS hasAttachment,
    flagged, (SELECT group_concat(keyword, ' ' ORDER BY keyword) FROM conversation_tag t
      WHERE t.conversation_id = c.id) AS keywords,
    answered, status, due, wakes_at AS wakesAt,
    EXISTS (SELECT 1 FROM draft d WHERE d.conversation_id = c.id)
      OR EXISTS (SELECT 1 FROM draft_attachment a WHERE a.conversation_id = c.id
        AND a.outbox_item_id IS NULL AND a.removed_at IS NULL) AS hasDraft,
    coalesce((SELECT CASE
        WHEN max(state = 'uncertain') THEN 'uncertain'
        WHEN max(state = 'failed') THEN 'failed'
        WHEN max(state IN ('waiting', 'queued', 'sending')) THEN 'sending'
        ELSE 'none' END
      FROM outbox_item o WHERE o.conversation_id = c.id AND o.filed = 0), 'none') AS outbox`;

type FoundConversations = {
  readonly total: number;
  readonly items: StoredSummary[];
  /** There are more, and only the newest are listed. */
  readonly isCut: boolean;
};

/** One page of a section's conversations, newest first, and how many there are in all. */
export function findConversations(
  db: SectionDatabase,
  query: ConversationQuery,
): FoundConversations {
  const { search, view, offset, limit } = query;
  if (search !== null) return searchConversations(db, { ...query, search });
  const { source, where, order, unread, parameters } = shownIn(view);
  const total = statement<{ total: number }>(
    db,
    `SELECT count(*) AS total FROM ${source} WHERE ${where}`,
  ).get(parameters);
  const rows = statement<Row>(
    db,
    `${summary(unread)} FROM ${source} WHERE ${where} ORDER BY ${order} LIMIT :limit OFFSET :offset`,
  ).all({ ...parameters, limit, offset });
  return { total: total?.total ?? 0, items: rows.map(toSummary), isCut: false };
}

function searchConversations(
  db: SectionDatabase,
  query: ConversationQuery & { readonly search: CompiledSearch },
): FoundConversations {
  const { search, view, order = 'newest', offset, limit } = query;
  const { where, unread, parameters } = shownIn(view);
  const isFolder = view.startsWith('folder:');
  const place = {
    where: isFolder
      ? `c.id IN (SELECT conversation_id FROM conversation_folder cf WHERE ${where})`
      : search.hasPlace && view === 'all'
        ? 'c.message_count > 0'
        : where,
    parameters,
  };
  const { ids, ...found } = findHits(db, { search, place, order, offset, limit });
  const rows = statement<Row>(
    db,
    `${summary(unread)} FROM json_each(:ids) found JOIN conversation c ON c.id = found.value
     ORDER BY found.key`,
  ).all({ ...parameters, ids: JSON.stringify(ids) });
  return { ...found, items: rows.map(toSummary) };
}

export function findConversationSubject(db: SectionDatabase, id: ConversationId): string | null {
  const row = statement<{ subject: string }>(
    db,
    'SELECT subject FROM conversation WHERE id = ?',
  ).get(id);
  return row?.subject ?? null;
}

export function findIsFlagged(db: SectionDatabase, id: ConversationId): boolean {
  const row = statement<{ flagged: number }>(db, 'SELECT flagged FROM conversation WHERE id = ?');
  return row.get(id)?.flagged === 1;
}

/** Conversations in the inbox with an unread message. */
export function countUnreadConversations(db: SectionDatabase): number {
  const row = statement<{ unread: number }>(
    db,
    'SELECT count(*) AS unread FROM conversation WHERE unread_count > 0',
  ).get();
  return row?.unread ?? 0;
}

/** Whose turn is ours, which wait for their reader, and which opened by themselves. */
export function countByStatus(db: SectionDatabase): {
  readonly open: number;
  readonly waiting: number;
  readonly due: number;
} {
  const counts = statement<{ open: number; waiting: number; due: number }>(
    db,
    `SELECT (SELECT count(*) FROM conversation WHERE ${byStatus('open')}) AS open,
       (SELECT count(*) FROM conversation WHERE ${byStatus('waiting')}) AS waiting,
       (SELECT count(*) FROM conversation WHERE due IS NOT NULL AND live = 1) AS due`,
  ).get();
  return counts ?? { open: 0, waiting: 0, due: 0 };
}

/** False for one that is gone, or that has nothing but a draft left. */
export function hasMessages(db: SectionDatabase, id: ConversationId): boolean {
  const row = statement(db, 'SELECT 1 FROM message WHERE conversation_id = ? LIMIT 1').get(id);
  return row !== undefined;
}

function toSummary({ flagged, keywords, ...row }: Row): StoredSummary {
  return {
    ...row,
    participants: JSON.parse(row.participants) as Participant[],
    hasAttachment: row.hasAttachment === 1,
    isFlagged: flagged === 1,
    keywords: keywords?.split(' ') ?? [],
    answered: row.answered === 1,
    hasDraft: row.hasDraft === 1,
  };
}
