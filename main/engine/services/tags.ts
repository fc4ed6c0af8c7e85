import { randomUUID } from 'node:crypto';
import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import type { Tag } from '../../../shared/model/tag.ts';
import { isTag, toKeyword, toTagName } from '../mail/imap/tag-keyword.ts';
import { insertEvent } from '../store/conversation-events.ts';
import { refreshConversation } from '../store/conversation-summaries.ts';
import { hasMessages } from '../store/conversations.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { countKeywords, findSpelling, keepsTagsHere, tagMessages } from '../store/tags.ts';
import { notFound, type SectionContext } from './section-context.ts';

export function toTag(keyword: string): Tag {
  return { keyword, name: toTagName(keyword) };
}

export function listTags({ db }: SectionContext): Result<CallOutput<'tag.list'>> {
  const tags = countKeywords(db)
    .map(({ keyword, count }) => ({ ...toTag(keyword), count }))
    .sort((one, other) => other.count - one.count || one.name.localeCompare(other.name, 'ja'));
  return success({ tags, areHereOnly: keepsTagsHere(db) });
}

/** Tags at once here; the server is told when the connection is next free. */
export function tagConversation(
  { db, ledger, sync, changed }: SectionContext,
  { conversationId, tag, isSet }: CallInput<'conversation.tag'>,
  now: number,
): Result<Tag | null> {
  const wanted = 'keyword' in tag ? tag.keyword : toKeyword(tag.name);
  if (wanted === null || !isTag(wanted)) return failure('tag-unusable');
  if (!hasMessages(db, conversationId)) return notFound;
  const keyword = findSpelling(db, wanted);
  const isChanged = inTransaction(db, () => {
    if (!tagMessages(db, conversationId, { keyword, isSet })) return false;
    const act = { type: 'tagged', body: { keyword, isSet } } as const;
    const actor = ledger.staff();
    insertEvent(db, conversationId, { ...act, id: randomUUID(), actor, at: now });
    refreshConversation(db, conversationId);
    return true;
  });
  if (!isChanged) return success(null);
  changed(new Set([conversationId]));
  sync.poke();
  return success(toTag(keyword));
}
