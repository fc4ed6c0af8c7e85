import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flowText } from '../../../../../main/engine/services/letter/flow-text.ts';

type Flowed = { readonly text: string; readonly delSp: boolean };

/** A reader's program, as RFC 3676 4.1 to 4.5 tells it to read. */
function readFlowed({ text, delSp }: Flowed): string {
  const lines: string[] = [];
  let open = { depth: 0, words: '' };
  let isOpen = false;
  for (const line of text.split('\n')) {
    const depth = /^>*/.exec(line)?.[0].length ?? 0;
    const words = line.slice(depth).replace(/^ /, '');
    const isSoft = words.endsWith(' ') && words !== '-- ';
    const kept = isSoft && delSp ? words.slice(0, -1) : words;
    const joins = isOpen && open.depth === depth && words !== '-- ';
    if (isOpen && !joins) lines.push(show(open));
    open = { depth, words: (joins ? open.words : '') + kept };
    isOpen = isSoft;
    if (!isSoft) lines.push(show(open));
  }
  if (isOpen) lines.push(show(open));
  return lines.join('\n');
}

function show({ depth, words }: { depth: number; words: string }): string {
  if (depth === 0) return words;
  return words === '' ? '>'.repeat(depth) : `${'>'.repeat(depth)} ${words}`;
}

/** What the format does not keep: blanks at the end of a line, and how a quote is set off. */
function kept(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const depth = /^>*/.exec(line)?.[0].length ?? 0;
      const words = depth > 0 ? line.slice(depth).replace(/^ /, '') : line;
      return show({ depth, words: words === '-- ' ? words : words.replace(/ +$/, '') });
    })
    .join('\n');
}

const words = fc.array(
  fc.oneof(
    fc.constantFrom(' ', '  ', '\n', '>', '> ', '>> ', 'From ', '-- ', '\n-- \n', '。', '「', 'a'),
    fc.constantFrom('https://minato.example/', '記事', 'ひらがな', 'word', '😀', 'が', '👨‍👩‍👧'),
    fc.constantFrom('long '.repeat(40), '長い文'.repeat(60), `https://x.example/${'y'.repeat(90)}`),
  ),
  { maxLength: 25 },
);

it('is read as it was written, whatever it holds', () => {
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join('');
      expect(readFlowed(flowText(text))).toBe(kept(text));
    }),
    { numRuns: 500 },
  );
});

it('breaks long lines at blanks, with the blank as the mark of the break', () => {
  const { text, delSp } = flowText('The harbour opens again. '.repeat(8).trim());
  expect(delSp).toBe(false);
  const lines = text.split('\n');
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.slice(0, -1).every((line) => line.endsWith(' ') && line.length <= 76)).toBe(true);
});

it('leaves no blank in a long Japanese sentence, and begins no line with a full stop', () => {
  const sentence = '港は来月から再び開かれます。'.repeat(12);
  const flowed = flowText(sentence);
  expect(flowed.delSp).toBe(true);
  expect(readFlowed(flowed)).toBe(sentence);
  const lines = flowed.text.split('\n');
  expect(lines.every((line) => line.length <= 40 && !line.startsWith('。'))).toBe(true);
});

it('keeps the line before a signature, and does not let it flow', () => {
  expect(flowText('Yes.\n-- \nMinato').text).toBe('Yes.\n-- \nMinato');
});

it('keeps quotes in their depth on each line that they are broken into', () => {
  const { text } = flowText(`>> ${'Who built the bridge? '.repeat(8)}`);
  expect(text.split('\n').every((line) => /^>> \S/.test(line))).toBe(true);
});

it('stuffs what a server or a reader’s program would take for something else', () => {
  expect(flowText('From here on\n indented').text).toBe(' From here on\n  indented');
});
