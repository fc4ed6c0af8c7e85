import { expect, it } from 'vitest';
import { dropQuotes } from '../../../renderer/composer/letter-format.ts';
import { docOfText } from '../../../renderer/composer/rich/doc-of-text.ts';
import { dropQuotesInDoc } from '../../../renderer/composer/rich/drop-quotes-in-doc.ts';
import { textOfDoc } from '../../../renderer/composer/rich/text-of-doc.ts';

const said = `On 27 November 2026 at 13:05, Mika Mori wrote:
> When does the ferry to the island leave on a Sunday, and is there a second one?
>
> Best regards
> Mika`;

/** As programs leave a quote when they save a draft: wrapped, its marks lost, drawn as a line above. */
const wrapped = `On 27 November 2026 at 13:05, Mika
Mori wrote:
> When does the ferry to the island
leave on a Sunday, and is
> there a second one?
> Best
> regards
Mika`;
const unmarked = said.replaceAll(/^> ?/gm, '').replace('\n\nBest regards\nMika', '');
const ofItsOwn = 'Am 27.11.2026 um 13:05 schrieb Mika:\n\n> When does it leave?';

const own = 'Dear Yui,\n\nat nine.\n\nBest regards\nHana';

it.each([said, wrapped, unmarked, ofItsOwn])(
  'takes a reader’s words out of a letter however another program wrapped them, and none of the writer’s',
  (quote) => {
    const letter = `${own}\n\n${quote}`;
    expect(dropQuotes({ text: letter, html: null }, said)).toEqual({ text: own, html: null });
    expect(textOfDoc(dropQuotesInDoc(docOfText(letter), said)).trimEnd()).toBe(own);
  },
);

it('takes out what is quoted between the writer’s own words', () => {
  const text = 'Dear Yui,\n\n> is there a second one?\nThere is.';
  expect(dropQuotes({ text, html: null }, said).text).toBe('Dear Yui,\n\nThere is.');
});

it('gives back the very letter where nothing of it is quoted', () => {
  const letter = { text: own, html: null };
  expect(dropQuotes(letter, said)).toBe(letter);
  const doc = docOfText(own);
  expect(dropQuotesInDoc(doc, said)).toBe(doc);
});
