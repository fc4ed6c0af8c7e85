import { afterEach, expect, it, vi } from 'vitest';
import {
  bringBack,
  type ThrownDraft,
  takeThrown,
} from '../../../renderer/composer/thrown-draft.ts';
import { ConversationId, MessageId } from '../../../shared/ids.ts';
import type { Draft } from '../../../shared/model/draft.ts';
import { plainLetter } from '../../support/plain-letter.ts';

const messageId = MessageId.parse(3);
const place = {
  sectionId: 'world-services',
  conversationId: ConversationId.parse(1),
  kind: 'reply',
} as const;
const thrown = {
  ...place,
  content: plainLetter('Thrown'),
  quote: '',
  target: { messageId, recipient: { allowed: false, reason: 'no-reader' } },
} satisfies ThrownDraft;

/** An engine that holds this draft, and remembers what it is told to save. */
function engineWith(draft: Draft | null): unknown[] {
  const saved: unknown[] = [];
  const read = {
    id: place.conversationId,
    subject: '',
    messages: [],
    outbox: [],
    isFlagged: false,
    tags: [],
    state: { status: 'open', due: null, wakesAt: null },
    remindAt: null,
    notes: [],
    drafts: draft === null ? [] : [draft],
    draftTarget: null,
    alsoWriting: [],
    replyTo: null,
  };
  const call = async (name: string, input: unknown) => {
    if (name === 'draft.save') saved.push(input);
    return { ok: true, value: name === 'conversation.read' ? read : null };
  };
  vi.stubGlobal('window', { fumibako: { call } });
  return saved;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it('goes to the composer that shows its conversation now', async () => {
  const saved = engineWith(null);
  const back: string[] = [];
  const leave = takeThrown(place, ({ content }) => back.push(content.text));
  await bringBack(thrown);
  leave();
  expect([back, saved]).toEqual([['Thrown'], []]);
});

it('goes into the store, to whom it was written for, when the conversation was left', async () => {
  const saved = engineWith(null);
  await bringBack(thrown);
  expect(saved).toEqual([{ ...place, content: plainLetter('Thrown'), messageId }]);
});

it('goes before what was stored since, which keeps whom it answers', async () => {
  const since = {
    ...plainLetter('Since'),
    kind: 'reply',
    messageId: MessageId.parse(4),
    savedAt: 1,
  } as const;
  const saved = engineWith(since);
  await bringBack(thrown);
  expect(saved).toEqual([{ ...place, content: plainLetter('Thrown\n\nSince'), messageId: 4 }]);
});
