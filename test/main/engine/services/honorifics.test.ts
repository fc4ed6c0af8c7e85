import { expect, it } from 'vitest';
import {
  chooseHonorific,
  offerCannedReplies,
} from '../../../../main/engine/services/honorifics.ts';
import { removeUids } from '../../../../main/engine/store/folder-messages.ts';
import { keepFolder } from '../../../../main/engine/store/folders.ts';
import { removeOrphans } from '../../../../main/engine/store/lost-places.ts';
import type { SectionDatabase } from '../../../../main/engine/store/open-database.ts';
import { storeMessages } from '../../../../main/engine/store/store-messages.ts';
import { success } from '../../../../shared/errors.ts';
import type { ConversationId } from '../../../../shared/ids.ts';
import type { Honorific } from '../../../../shared/model/honorific.ts';
import type { Participant } from '../../../../shared/model/participant.ts';
import { ingestedMessage } from '../../../support/ingested-message.ts';
import { sectionContext } from '../../../support/section-context.ts';
import { sectionDatabase } from '../../../support/section-database.ts';

const hana = { name: 'Hana Sato', address: 'Hana@Example.com' };
const assistant = { name: 'Office', address: 'office@example.com' };

/** Stores a letter of its own conversation, and gives that. */
function receive(
  db: SectionDatabase,
  uid: number,
  from: Participant,
  replyTo: readonly Participant[] = [],
): ConversationId {
  const ingested = ingestedMessage({
    headerMessageId: `${uid}@example.com`,
    from: [from],
    replyTo: [...replyTo],
  });
  const folderId = keepFolder(db, 'inbox', 'INBOX').id;
  storeMessages(db, { folderId, ownAddress: 'world@minato.example' }, [
    { uid, seen: false, arrivedAt: 0, ingested },
  ]);
  return db.prepare('SELECT max(id) FROM conversation').pluck().get() as ConversationId;
}

function remove(db: SectionDatabase, ...uids: readonly number[]): void {
  removeUids(db, keepFolder(db, 'inbox', 'INBOX').id, uids);
  removeOrphans(db);
}

const inSection = { sectionId: 'world-services' } as const;
const kept = (db: SectionDatabase) =>
  db.prepare('SELECT address, honorific FROM honorific').raw().all();

function section() {
  const db = sectionDatabase();
  const context = sectionContext(db);
  const choose = (conversationId: ConversationId, address: string, honorific: Honorific | null) =>
    chooseHonorific(context, { ...inSection, conversationId, address, honorific });
  const offered = (conversationId: ConversationId, address: string) => {
    const offer = offerCannedReplies(context, { ...inSection, conversationId, address });
    return offer.ok ? offer.value.honorific : offer.error.code;
  };
  return { db, choose, offered };
}

it('remembers how a reader is addressed for every conversation with them, and guesses nothing', () => {
  const { db, choose, offered } = section();
  const [first, second] = [receive(db, 1, hana), receive(db, 2, hana)];
  expect(offered(second, hana.address)).toBeNull();
  expect(choose(first, hana.address, 'dr')).toEqual(success(null));
  expect(offered(second, 'hana@example.COM')).toBe('dr');
  choose(second, hana.address, 'none');
  expect(offered(first, hana.address)).toBe('none');
  choose(second, hana.address, null);
  expect(kept(db)).toEqual([]);
});

it('puts each choice on record without naming the reader', () => {
  const { db, choose } = section();
  const conversation = receive(db, 1, hana);
  choose(conversation, hana.address, 'sama');
  choose(conversation, hana.address, 'sama');
  const entries = db
    .prepare(`SELECT conversation_id, target FROM chain_entry WHERE kind = 'honorific-chosen'`)
    .raw();
  expect(entries.all()).toEqual([[conversation, '']]);
});

it('knows nothing of a person who does not write in the conversation', () => {
  const { db, choose, offered } = section();
  const [theirs, other] = [receive(db, 1, hana), receive(db, 2, assistant)];
  choose(theirs, hana.address, 'ms');
  expect(choose(other, hana.address, 'mr')).toMatchObject({ ok: false });
  expect(offered(other, hana.address)).toBeNull();
});

it('is forgotten with the last letter of the reader, and not before', () => {
  const { db, choose } = section();
  const first = receive(db, 1, hana);
  receive(db, 2, hana);
  receive(db, 3, assistant);
  choose(first, hana.address, 'sensei');
  remove(db, 1);
  expect(kept(db)).toEqual([['hana@example.com', 'sensei']]);
  remove(db, 2);
  expect(kept(db)).toEqual([]);
});

it('stays for an address that a letter asks to be answered at, as long as that letter', () => {
  const { db, choose } = section();
  const conversation = receive(db, 1, hana, [assistant]);
  choose(conversation, assistant.address, 'san');
  receive(db, 2, hana);
  remove(db, 2);
  expect(kept(db)).toEqual([['office@example.com', 'san']]);
  remove(db, 1);
  expect(kept(db)).toEqual([]);
});
