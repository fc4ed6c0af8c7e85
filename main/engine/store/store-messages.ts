import type { ConversationId, MessageId } from '../../../shared/ids.ts';
import type { MessagePart } from '../../../shared/model/message.ts';
import { sameAddress } from '../../../shared/model/participant.ts';
import type { MessageFlags } from '../mail/imap/message-flags.ts';
import { partHash } from '../mail/mime/head-digest.ts';
import type { IngestedMessage } from '../mail/mime/ingest-message.ts';
import { believableDate } from './believable-date.ts';
import { refreshConversation } from './conversation-summaries.ts';
import { threadMessage } from './conversation-threading.ts';
import { takeFlagsAlong } from './flag-actions.ts';
import { inTransaction } from './in-transaction.ts';
import { isDeletedMail } from './mail-deletions.ts';
import {
  findAtPlace,
  findWholeOf,
  hasParts,
  insertWords,
  isMore,
  replacePart,
} from './message-parts.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** A message as one folder has it, ready to be stored. */
export type ArrivedMessage = Partial<MessageFlags> & {
  readonly uid: number;
  readonly seen: boolean;
  /** RFC 8474; null where the server has none. */
  readonly emailId?: string | null;
  /** Milliseconds since the epoch: the server's INTERNALDATE. */
  readonly arrivedAt: number;
  readonly ingested: IngestedMessage;
  /** How much of it came; everything where nothing is said. */
  readonly part?: MessagePart;
};

export type StoreTarget = {
  readonly folderId: number;
  /** Messages from this address are ours, whatever folder they are in. Lower case. */
  readonly ownAddress: string;
};

/**
 * Stores a batch in one transaction: message, source, search text, place in the folder and place in
 * a conversation. A message whose very bytes are stored already only gets its place in the folder, one
 * of which a part is here gets what is new of it, and one that was deleted here is not stored again.
 * Returns the conversations that changed.
 */
export function storeMessages(
  db: SectionDatabase,
  target: StoreTarget,
  batch: readonly ArrivedMessage[],
): ReadonlySet<ConversationId> {
  const changed = new Set<ConversationId>();
  inTransaction(db, () => {
    const withParts = hasParts(db);
    for (const arrived of batch) {
      const { ingested, part = 'whole' } = arrived;
      const contentHash = Buffer.from(ingested.contentHash, 'hex');
      const ofPart = Buffer.from(partHash(ingested), 'hex');
      if (isDeletedMail(db, target.folderId, arrived.uid, contentHash, ofPart)) continue;
      const stored =
        findByContent(db, ingested.sentAt, contentHash) ??
        (withParts || part !== 'whole' ? findPart(db, target, arrived, ofPart) : undefined);
      if (stored !== undefined && isMore(part, stored.part)) {
        replacePart(db, stored.id, ingested, part);
      }
      const { id, conversationId } =
        stored ?? insertMessage(db, target, { ...arrived, contentHash }, changed);
      statement(
        db,
        `INSERT INTO folder_message
           (folder_id, uid, message_id, seen, answered, flagged, other_flags)
         VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (folder_id, uid) DO UPDATE SET message_id = excluded.message_id`,
      ).run(
        target.folderId,
        arrived.uid,
        id,
        arrived.seen ? 1 : 0,
        arrived.answered ? 1 : 0,
        arrived.flagged ? 1 : 0,
        arrived.otherFlags ?? '',
      );
      if (stored !== undefined) takeFlagsAlong(db, stored.id, target.folderId);
      changed.add(conversationId);
    }
    for (const id of changed) refreshConversation(db, id);
  });
  return changed;
}

type StoredMessage = {
  readonly id: MessageId;
  readonly conversationId: ConversationId;
  readonly part: MessagePart;
};

const columns = 'id, conversation_id AS conversationId, part';

function findByContent(
  db: SectionDatabase,
  sentAt: IngestedMessage['sentAt'],
  contentHash: Buffer,
): StoredMessage | undefined {
  return statement<StoredMessage>(
    db,
    `SELECT ${columns} FROM message
     WHERE header_date IS ? AND content_hash = ?`,
  ).get(sentAt, contentHash);
}

/** The message of which a part is here or has come: by its place, by its head, or by what is whole of it. */
function findPart(
  db: SectionDatabase,
  { folderId }: StoreTarget,
  { uid, ingested, part = 'whole' }: ArrivedMessage,
  ofPart: Buffer,
): StoredMessage | undefined {
  const there = findAtPlace(db, folderId, uid);
  const id =
    there !== undefined && there.part !== 'whole'
      ? there.id
      : (findByContent(db, ingested.sentAt, ofPart)?.id ??
        (part === 'whole' ? null : findWholeOf(db, ingested)));
  return id === null
    ? undefined
    : statement<StoredMessage>(db, `SELECT ${columns} FROM message WHERE id = ?`).get(id);
}

/** A web form sends in our own name and asks for answers to its reader: that is a reader's letter. */
function isOurs({ from, replyTo }: IngestedMessage, ownAddress: string): boolean {
  const isOwn = ({ address }: { readonly address: string }) => sameAddress(address, ownAddress);
  return from[0] !== undefined && isOwn(from[0]) && replyTo.every(isOwn);
}

/**
 * RFC 5256 3, REFERENCES: In-Reply-To is asked where there are no references, and its first id alone:
 * what follows is often the address of whoever is answered.
 */
function relativesOf({ references, inReplyTo }: IngestedMessage): readonly string[] {
  return references.length > 0 ? references : inReplyTo.slice(0, 1);
}

function insertMessage(
  db: SectionDatabase,
  target: StoreTarget,
  {
    arrivedAt,
    ingested,
    contentHash,
    emailId,
    part = 'whole',
  }: ArrivedMessage & { readonly contentHash: Buffer },
  changed: Set<ConversationId>,
): StoredMessage {
  const { conversationId, absorbed } = threadMessage(
    db,
    ingested.headerMessageId,
    relativesOf(ingested),
  );
  for (const gone of absorbed) changed.delete(gone);
  // The address shown is one that the letter names, whatever words stand before it.
  const from = ingested.from.find(({ address }) => address !== '') ??
    ingested.from[0] ?? { name: '', address: '' };
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO message (content_hash, header_date, conversation_id, header_message_id, direction, from_name,
       from_address, recipients, reference_ids, subject, snippet, sent_at, arrived_at, size, automation,
       attachments, email_id, part) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    contentHash,
    ingested.sentAt,
    conversationId,
    ingested.headerMessageId,
    isOurs(ingested, target.ownAddress) ? 'out' : 'in',
    from.name,
    from.address,
    JSON.stringify({ replyTo: ingested.replyTo, to: ingested.to, cc: ingested.cc }),
    JSON.stringify(ingested.references),
    ingested.subject,
    ingested.snippet,
    believableDate(ingested.sentAt, arrivedAt),
    arrivedAt,
    ingested.size,
    ingested.automation,
    JSON.stringify(ingested.attachments),
    emailId ?? null,
    part,
  );
  statement(db, 'INSERT INTO message_source (message_id, deflated) VALUES (?, ?)').run(
    lastInsertRowid,
    ingested.compressed,
  );
  const id = Number(lastInsertRowid) as MessageId;
  insertWords(db, id, ingested);
  return { id, conversationId, part };
}
