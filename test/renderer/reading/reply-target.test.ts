import { expect, it } from 'vitest';
import { chooseReplyTarget } from '../../../renderer/reading/reply-target.ts';
import { MessageId } from '../../../shared/ids.ts';

const hana = { name: 'Hana', address: 'hana@example.com' };
const ken = { name: 'Ken', address: 'ken@example.com' };

function letter(number: number, from: typeof hana) {
  const messageId = MessageId.parse(number);
  const recipient = { allowed: true, recipient: from } as const;
  return { message: { id: messageId, from }, target: { messageId, recipient } };
}

const first = letter(1, hana);
const second = letter(2, ken);
const messages = [first.message, second.message];

it('answers the newest message while nothing is written', () => {
  const chosen = chooseReplyTarget({ messages, draftTarget: null }, second.target, null);
  expect(chosen).toEqual({ target: second.target, newer: null });
});

it('goes on to answer whom a reply was begun for, and says that another has written', () => {
  const chosen = chooseReplyTarget({ messages, draftTarget: null }, second.target, first.target);
  expect(chosen).toEqual({ target: first.target, newer: { target: second.target, from: ken } });
});

it('opens a stored draft to whom it was written for', () => {
  const chosen = chooseReplyTarget({ messages, draftTarget: first.target }, second.target, null);
  expect(chosen.target).toBe(first.target);
});

it('lets staff turn a draft to the newer message', () => {
  const conversation = { messages, draftTarget: first.target };
  const chosen = chooseReplyTarget(conversation, second.target, second.target);
  expect(chosen).toEqual({ target: second.target, newer: null });
});

it('does not turn to another person because the message that is answered is gone', () => {
  const conversation = { messages: [second.message], draftTarget: null };
  const chosen = chooseReplyTarget(conversation, second.target, first.target);
  expect(chosen).toEqual({ target: first.target, newer: { target: second.target, from: ken } });
});

it('calls nothing newer that came before', () => {
  const chosen = chooseReplyTarget({ messages, draftTarget: second.target }, first.target, null);
  expect(chosen).toEqual({ target: second.target, newer: null });
});
