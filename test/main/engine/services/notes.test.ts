import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, expectTypeOf, it } from 'vitest';
import { type CallInput, engineCalls } from '../../../../shared/contract.ts';
import { DraftKind, LetterKind } from '../../../../shared/model/draft.ts';
import type { OutboxItem } from '../../../../shared/model/outbox-item.ts';
import { plainLetter } from '../../../support/plain-letter.ts';

const reply = {
  sectionId: 'world-services',
  conversationId: 1,
  messageId: 1,
  content: plainLetter('Dear Hana'),
  to: ['hana@example.com'],
  token: randomUUID(),
};

it('knows no way from a note to a letter, by its types', () => {
  expectTypeOf<'note'>().not.toExtend<CallInput<'reply.send'>['kind']>();
  expectTypeOf<'note'>().not.toExtend<OutboxItem['kind']>();
  expectTypeOf<'note'>().toExtend<CallInput<'draft.save'>['kind']>();
  expect(DraftKind.options.filter((kind) => !LetterKind.safeParse(kind).success)).toEqual(['note']);
});

it('refuses to send whatever is not a letter, and a note however it is dressed', () => {
  const { input } = engineCalls['reply.send'];
  expect(input.safeParse({ ...reply, kind: 'reply' }).success).toBe(true);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.constantFrom('note', 'Note', ' note', 'note ', 'NOTE', 'reply ', 'note,reply'),
        fc.string(),
        fc.anything(),
      ),
      fc.anything(),
      (kind, more) => {
        fc.pre(kind !== 'reply' && kind !== 'forward');
        const extra = typeof more === 'object' && more !== null ? more : {};
        expect(input.safeParse({ ...extra, ...reply, kind }).success).toBe(false);
      },
    ),
  );
});

it('has no call that a note goes out by', () => {
  const taking = Object.entries(engineCalls)
    .filter(([, { input }]) => input.safeParse({ ...reply, kind: 'note', text: 'x' }).success)
    .map(([name]) => name);
  // None of these hands anything to a server.
  const staying = [
    /^conversation\.(read|close|print)$/,
    /^draft\.save$/,
    // Reads what another program saved of a reply.
    /^editedDraft\.find$/,
    /^note\.add$/,
    /^mail\.(report|cancelCheck)$/,
    /^signIn\.(finish|cancel)$/,
    /^(section|folder|backup|account|settings|sync|tag|savedSearch|ledger|outbox|message|canned|honorific)\.\w+$/,
  ];
  for (const name of taking)
    expect(
      staying.some((each) => each.test(name)),
      name,
    ).toBe(true);
  expect(taking).toContain('note.add');
  expect(taking).not.toContain('reply.send');
});
