import { EditorState } from 'prosemirror-state';
import { expect, test } from 'vitest';
import { ownPlaces, replaceOwn } from '../../../renderer/composer/own-places.ts';
import { docOfText } from '../../../renderer/composer/rich/doc-of-text.ts';
import { isOwn, replaceInDoc } from '../../../renderer/composer/rich/replace-in-doc.ts';

const text = '{{reader}}\nDear {{reader}},\n> I typed {{reader}}\n> {{reader}}\n';

test('words are looked for outside of the quoted lines', () => {
  expect(ownPlaces(text, '{{reader}}')).toEqual([0, 16]);
  expect(ownPlaces('> {{reader}}', '{{reader}}')).toEqual([]);
});

test('what a reader wrote stays as it was when open places are removed', () => {
  expect(replaceOwn(text, '{{reader}}', '')).toBe('\nDear ,\n> I typed {{reader}}\n> {{reader}}\n');
});

test('a quote in rich text is left alone too', () => {
  const doc = docOfText('Dear {{reader}},\n> {{reader}}');
  const state = EditorState.create({ doc });
  expect(replaceInDoc(state, '{{reader}}', '', isOwn)?.doc.textContent).toBe('Dear ,{{reader}}');
  expect(replaceInDoc(state, '{{reader}}', '')?.doc.textContent).toBe('Dear ,');
});
