import { expect, it } from 'vitest';
import { unreadInConversation, unreadInRow } from '../../../renderer/inbox/unread-name.ts';
import type { CallOutput } from '../../../shared/contract.ts';
import { MessageId } from '../../../shared/ids.ts';
import type { MessageHeaders } from '../../../shared/model/message.ts';
import { conversation, conversationId } from './conversation.ts';

function message(id: number, direction: 'in' | 'out', seen: boolean): MessageHeaders {
  return {
    id: MessageId.parse(id),
    direction,
    from: { name: 'A reader', address: 'reader@example.net' },
    replyTo: [],
    to: [],
    cc: [],
    subject: 'Letter',
    snippet: '',
    sentAt: 0,
    size: 1,
    seen,
    folderIds: [],
    automation: 'no',
    attachments: [],
    part: 'whole',
  };
}

function read(...messages: MessageHeaders[]): CallOutput<'conversation.read'> {
  return {
    id: conversationId(1),
    subject: '',
    isFlagged: false,
    tags: [],
    messages,
    outbox: [],
    state: { status: 'open', due: null, wakesAt: null },
    remindAt: null,
    notes: [],
    drafts: [],
    alsoWriting: [],
    draftTarget: null,
    replyTo: null,
  };
}

it('has no name for the unread mail where all is read', () => {
  expect(unreadInRow(conversation(1))).toBeNull();
  expect(unreadInConversation(read(message(1, 'in', true)))).toBeNull();
});

it('has another name when more unread mail comes in', () => {
  const one = { ...conversation(1), unreadCount: 1 };
  expect(unreadInRow({ ...one, unreadCount: 2, messageCount: 2 })).not.toBe(unreadInRow(one));
  expect(unreadInRow({ ...one, newestAt: 1, messageCount: 2 })).not.toBe(unreadInRow(one));
  const first = read(message(1, 'in', false));
  const second = read(message(1, 'in', false), message(2, 'in', false));
  expect(unreadInConversation(second)).not.toBe(unreadInConversation(first));
});

it('does not count our own letters as mail to read', () => {
  expect(unreadInConversation(read(message(1, 'in', true), message(2, 'out', false)))).toBeNull();
});
