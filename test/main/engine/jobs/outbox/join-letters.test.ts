import { expect, it } from 'vitest';
import { joinLetters } from '../../../../../main/engine/jobs/outbox/join-letters.ts';
import { MessageId } from '../../../../../shared/ids.ts';
import { emptyLetter } from '../../../../../shared/model/letter-content.ts';

const answer = (messageId: number | null, text: string, quote: string | null = null) => ({
  ...emptyLetter,
  text,
  quote,
  messageId: messageId === null ? null : MessageId.parse(messageId),
});

it('quotes below what both letters answer', () => {
  expect(joinLetters(answer(1, 'One.', 'Hana wrote:'), answer(1, 'Two.'))).toMatchObject({
    text: 'One.\n\nTwo.',
    quote: 'Hana wrote:',
    messageId: 1,
  });
  expect(joinLetters(answer(1, 'One.'), answer(1, 'Two.', 'Hana wrote:')).quote).toBe(
    'Hana wrote:',
  );
});

it('answers no message where the two letters answer different ones, and quotes neither', () => {
  const joined = joinLetters(answer(1, 'One.', 'Hana wrote:'), answer(2, 'Two.', 'Mika wrote:'));
  expect(joined).toMatchObject({ text: 'One.\n\nTwo.', quote: null, messageId: null });
});

it('has words of a plain letter stand in a rich one as they are', () => {
  const rich = { ...answer(1, 'Two.'), html: '<p>Two.</p>' };
  expect(joinLetters(answer(1, 'a < "b"\nc'), rich).html).toBe(
    '<p>a &lt; &quot;b&quot;<br>c</p><p>Two.</p>',
  );
});
