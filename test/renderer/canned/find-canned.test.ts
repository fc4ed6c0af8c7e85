import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { findCanned } from '../../../renderer/canned/find-canned.ts';
import { CannedReplyId } from '../../../shared/ids.ts';
import type { CannedReply } from '../../../shared/model/canned-reply.ts';

const reply = (name: string, fields: Partial<CannedReply> = {}): CannedReply => ({
  id: CannedReplyId.parse(randomUUID()),
  name,
  ...{ key: '', language: 'en', text: 'Words.', uses: 0, usedAt: null, deletedAt: null },
  ...fields,
});

const namesOf = (replies: readonly CannedReply[]) => replies.map(({ name }) => name);

it('has the one first whose short key is typed, then those whose key or name begins so', () => {
  const replies = [
    reply('Attached', { text: 'a t is in it', uses: 9 }),
    reply('Thanks', { uses: 5 }),
    reply('Other', { key: 'tx' }),
    reply('Exactly', { key: 't' }),
  ];
  expect(namesOf(findCanned(replies, 't', 'en'))).toEqual([
    'Exactly',
    'Other',
    'Thanks',
    'Attached',
  ]);
});

it('finds a key typed with a Japanese input method on, and half-width kana', () => {
  const replies = [reply('Ferries', { key: 't1' }), reply('カメラについて')];
  expect(namesOf(findCanned(replies, 'Ｔ１', 'ja'))).toEqual(['Ferries']);
  expect(namesOf(findCanned(replies, 'ｶﾒﾗ', 'ja'))).toEqual(['カメラについて']);
});

it('finds by words anywhere in the text, all of which must occur', () => {
  const replies = [reply('One', { text: 'Your Zürich ticket is attached.' }), reply('Two')];
  expect(namesOf(findCanned(replies, 'ticket zurich', 'en'))).toEqual(['One']);
  expect(findCanned(replies, 'ticket geneva', 'en')).toEqual([]);
});

it('offers those of the letter’s language first, and of them the most used', () => {
  const replies = [
    reply('Rare'),
    reply('Often', { uses: 8 }),
    reply('お礼', { language: 'ja', uses: 1 }),
  ];
  expect(namesOf(findCanned(replies, ' ', 'ja'))).toEqual(['お礼', 'Often', 'Rare']);
  expect(namesOf(findCanned(replies, '', 'en'))).toEqual(['Often', 'Rare', 'お礼']);
});
