import { expect, it } from 'vitest';
import { nextShown, type ShownLetter } from '../../../renderer/sending/shown-letter.ts';
import { ConversationId, OutboxItemId } from '../../../shared/ids.ts';
import type { OutboxItem } from '../../../shared/model/outbox-item.ts';

function item(change: Partial<OutboxItem>): OutboxItem {
  return {
    ...{ id: OutboxItemId.parse(1), conversationId: ConversationId.parse(1), kind: 'reply' },
    ...{ state: 'queued', waitsFor: null, zone: null, recipient: 'hana@example.com' },
    ...{ recipients: [], subject: 'Re', text: 'Yes', createdAt: 1, attempts: 0, retryAt: null },
    ...{ error: null, looked: null },
    ...change,
  };
}

const waiting = item({ state: 'waiting', waitsFor: 'undo', retryAt: 99 });
const told = (phase: ShownLetter['phase']): ShownLetter => ({
  ...{ id: waiting.id, recipient: waiting.recipient, isToMember: false, until: null },
  phase,
});

it('tells of the newest letter that can be called back before any that leaves', () => {
  const other = item({ id: OutboxItemId.parse(2), state: 'sending', attempts: 1 });
  expect(nextShown(null, [waiting, other])).toMatchObject({ id: 1, phase: 'undo', until: 99 });
  expect(nextShown(null, [other])).toMatchObject({ id: 2, phase: 'leaving', until: null });
});

it('says that a letter has left once it has, also when its copy is filed by then', () => {
  expect(nextShown(told('leaving'), [item({ state: 'sent' })])?.phase).toBe('sent');
  expect(nextShown(told('leaving'), [])?.phase).toBe('sent');
});

it('falls silent where a letter was called back, refused, or is in doubt', () => {
  expect(nextShown(told('undo'), [])).toBeNull();
  expect(nextShown(told('leaving'), [item({ state: 'failed', attempts: 1 })])).toBeNull();
  expect(nextShown(told('leaving'), [item({ state: 'uncertain', attempts: 1 })])).toBeNull();
  expect(nextShown(told('leaving'), [item({ state: 'queued', attempts: 1 })])).toBeNull();
});

it('says nothing of what waits for its time', () => {
  const scheduled = item({ state: 'waiting', waitsFor: 'schedule', zone: 'UTC', retryAt: 99 });
  expect(nextShown(null, [scheduled])).toBeNull();
});
