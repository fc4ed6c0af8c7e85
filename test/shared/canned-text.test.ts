import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type CannedValues,
  cannedVariables,
  fillCanned,
  markerOf,
  unfilledIn,
  unfilledPlaces,
  usesVariable,
} from '../../shared/canned-text.ts';

const values: CannedValues = {
  reader: '佐藤花様',
  subject: 'Ferries',
  section: 'World Services',
  date: '24 November 2026',
  staff: 'Hana Ito',
  fields: '- Email\n- Telephone',
  reason: 'Not complete',
};
const plain = (text: string) => ({ text, html: null });

it('puts a value in the place of each variable, however its braces are spaced', () => {
  expect(
    fillCanned('{{reader}}\n\nOn {{ date }}, {{Subject}}: {{staff}}, {{section}}', values),
  ).toBe('佐藤花様\n\nOn 24 November 2026, Ferries: Hana Ito, World Services');
});

it('leaves a variable that has no value, or that nobody knows, where it is seen', () => {
  const text = fillCanned('Dear {{ reader }}, {{redaer}}, {{宛名}}', { ...values, reader: '' });
  expect(text).toBe('Dear {{reader}}, {{redaer}}, {{宛名}}');
  expect(unfilledIn(plain(text))).toEqual(['{{reader}}', '{{redaer}}', '{{宛名}}']);
});

it('takes a value as it is: braces that a reader wrote name no variable', () => {
  const text = fillCanned('{{subject}} / {{staff}}', { ...values, subject: 'On {{staff}}' });
  expect(text).toBe('On {{staff}} / Hana Ito');
});

it('makes one line of a value', () => {
  expect(fillCanned('Dear {{reader}},', { ...values, reader: ' Hana\r\n\tSato ' })).toBe(
    'Dear Hana Sato,',
  );
});

it('counts no quoted line, and no braces that hold no name', () => {
  const text = [
    '> Dear {{name}},',
    '>> {{ user }}',
    'Use {{#if a}} or {{}} or { {reader} } or {{{{ or {{1}} or {reader}.',
  ].join('\n');
  expect(unfilledIn(plain(text))).toEqual([]);
  expect(unfilledPlaces(`${text}\nDear {{reader}}`)).toEqual([
    { at: text.length + 6, words: '{{reader}}' },
  ]);
});

it('finds one in the rich form of a letter, whatever marks stand in it, but not in what that quotes', () => {
  const html =
    '<p>Dear {{<b>reader</b>}},</p><blockquote><p>{{name}}</p><blockquote>{{a}}</blockquote>{{b}}</blockquote><p>{{staff}}</p>';
  expect(unfilledIn({ text: 'Dear', html })).toEqual(['{{reader}}', '{{staff}}']);
});

it('knows which variables a text asks for', () => {
  expect(usesVariable('Dear {{ Reader }}', 'reader')).toBe(true);
  expect(usesVariable('Dear reader', 'reader')).toBe(false);
});

it('leaves nothing unfilled of a text whose variables all have values, and everything else as it was', () => {
  const words = fc.string().filter((text) => !/[{}\n>]/.test(text));
  const piece = fc.oneof(words, fc.constantFrom(...cannedVariables.map(markerOf)));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const filled = fillCanned(pieces.join(''), values);
      expect(unfilledIn(plain(filled))).toEqual([]);
      const expected = pieces.map((each) => {
        const name = cannedVariables.find((one) => markerOf(one) === each);
        return name === undefined ? each : values[name];
      });
      expect(filled).toBe(expected.join(''));
    }),
  );
});

it('never lets a variable go that has no value', () => {
  const text = fc.string().filter((words) => !/[\n>{}]/.test(words));
  fc.assert(
    fc.property(text, fc.constantFrom(...cannedVariables), text, (before, name, after) => {
      const filled = fillCanned(`${before}${markerOf(name)}${after}`, { ...values, [name]: ' ' });
      expect(unfilledIn(plain(filled))).toEqual([markerOf(name)]);
    }),
  );
});
