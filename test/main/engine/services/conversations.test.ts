import { expect, it } from 'vitest';
import { keepDraft, markSeen } from '../../../../main/engine/services/conversations.ts';
import type { SectionContext } from '../../../../main/engine/services/section-context.ts';
import { findConversations } from '../../../../main/engine/store/conversations.ts';
import { keepFolder } from '../../../../main/engine/store/folders.ts';
import { storeMessages } from '../../../../main/engine/store/store-messages.ts';
import type { ConversationId } from '../../../../shared/ids.ts';
import { ingestedMessage } from '../../../support/ingested-message.ts';
import { sectionDatabase } from '../../../support/section-database.ts';

const sectionId = 'world-services';

function unused(): never {
  throw new Error('these services do not use it');
}

/** A section with one unread letter, and what its window and its sync job were told. */
function sectionWithLetter() {
  const db = sectionDatabase();
  storeMessages(
    db,
    { folderId: keepFolder(db, 'inbox', 'inbox').id, ownAddress: 'world@minato.example' },
    [{ uid: 1, seen: false, arrivedAt: 0, ingested: ingestedMessage({}) }],
  );
  const [letter] = findConversations(db, { view: 'all', match: null, offset: 0, limit: 1 }).items;
  if (letter === undefined) throw new Error('the letter was not stored');
  const told: ConversationId[][] = [];
  let pokes = 0;
  const section: SectionContext = {
    id: sectionId,
    db,
    changed: (ids) => told.push([...ids]),
    sync: {
      status: unused,
      start: unused,
      cancel: unused,
      stop: unused,
      poke() {
        pokes += 1;
      },
    },
    outbox: {
      start: unused,
      wake: unused,
      retry: unused,
      withdraw: unused,
      settle: unused,
      stop: unused,
    },
  };
  return { section, conversationId: letter.id, told, pokes: () => pokes };
}

it('tells the window at once that a conversation was read, and the sync that the server is to know', () => {
  const { section, conversationId, told, pokes } = sectionWithLetter();
  markSeen(section, { sectionId, conversationId, seen: true });
  expect(told).toEqual([[conversationId]]);
  expect(pokes()).toBe(1);
});

it('tells nobody of a read mark that changes nothing', () => {
  const { section, conversationId, told, pokes } = sectionWithLetter();
  markSeen(section, { sectionId, conversationId, seen: false });
  expect(told).toEqual([]);
  expect(pokes()).toBe(0);
});

it('tells the window when a draft begins and when it ends, not at each save', () => {
  const { section, conversationId, told } = sectionWithLetter();
  for (const text of ['D', 'Dear', 'Dear reader', '', ''])
    keepDraft(section, { sectionId, conversationId, text }, 0);
  expect(told).toEqual([[conversationId], [conversationId]]);
});
