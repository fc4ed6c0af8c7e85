import type { IngestedMessage } from '../../main/engine/mail/mime/ingest-message.ts';
import { findConversations } from '../../main/engine/store/conversations.ts';
import { keepFolder } from '../../main/engine/store/folders.ts';
import { findMessages } from '../../main/engine/store/messages.ts';
import type { SectionDatabase } from '../../main/engine/store/open-database.ts';
import { storeMessages } from '../../main/engine/store/store-messages.ts';
import type { ConversationId, MessageId } from '../../shared/ids.ts';
import { ingestedMessage } from './ingested-message.ts';

export type StoredLetter = {
  readonly conversationId: ConversationId;
  readonly messageId: MessageId;
};

/** Puts one letter of a reader into a section's INBOX. */
export function storeLetter(
  db: SectionDatabase,
  fields: Partial<IngestedMessage> = {},
): StoredLetter {
  const ingested = ingestedMessage(fields);
  const folderId = keepFolder(db, 'inbox', 'INBOX').id;
  storeMessages(db, { folderId, ownAddress: 'world@minato.example' }, [
    { uid: 1, seen: false, arrivedAt: 0, ingested },
  ]);
  const [row] = findConversations(db, { view: 'all', search: null, offset: 0, limit: 1 }).items;
  const message = row === undefined ? undefined : findMessages(db, row.id).at(-1);
  if (row === undefined || message === undefined) throw new Error('the letter was not stored');
  return { conversationId: row.id, messageId: message.id };
}
