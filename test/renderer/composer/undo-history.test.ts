import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  createUndoHistory,
  type Edit,
  type Written,
} from '../../../renderer/composer/undo-history.ts';

const letter = (text: string): Written => ({ text, html: null, quote: null });
const typing: Edit = { kind: 'typing', before: null, after: null };
const step: Edit = { kind: 'step', before: { start: 1, end: 2 }, after: { start: 3, end: 3 } };

it('takes back at once what was typed without a pause, and a pause ends a step', () => {
  const history = createUndoHistory();
  history.record(letter(''), letter('A'), typing, 0);
  history.record(letter('A'), letter('At'), typing, 200);
  history.record(letter('At'), letter('At nine'), typing, 2000);
  expect(history.undo()?.written.text).toBe('At');
  expect(history.undo()?.written.text).toBe('');
  expect(history.undo()).toBeNull();
});

it('takes back what came from elsewhere by itself, with the caret where it was', () => {
  const history = createUndoHistory();
  history.record(letter(''), letter('A'), typing, 0);
  history.record(letter('A'), letter('A signature'), step, 1);
  history.record(letter('A signature'), letter('A signature!'), typing, 2);
  expect(history.undo()?.written.text).toBe('A signature');
  expect(history.undo()).toEqual({ written: letter('A'), caret: { start: 1, end: 2 } });
  expect(history.redo()).toEqual({ written: letter('A signature'), caret: { start: 3, end: 3 } });
});

it('starts a new step after Undo, and forgets what was taken back', () => {
  const history = createUndoHistory();
  history.record(letter(''), letter('A'), typing, 0);
  history.undo();
  history.record(letter(''), letter('B'), typing, 1);
  expect(history.redo()).toBeNull();
  expect(history.undo()?.written.text).toBe('');
});

it('comes back to the first text and to the last, whatever was done between', () => {
  const edits = fc.array(
    fc.record({
      text: fc.string(),
      kind: fc.constantFrom('typing' as const, 'deleting' as const, 'step' as const),
      pause: fc.integer({ min: 0, max: 3000 }),
    }),
    { minLength: 1, maxLength: 50 },
  );
  fc.assert(
    fc.property(edits, (all) => {
      const history = createUndoHistory();
      let at = 0;
      let text = 'first';
      for (const edit of all) {
        at += edit.pause;
        const { kind } = edit;
        history.record(letter(text), letter(edit.text), { kind, before: null, after: null }, at);
        text = edit.text;
      }
      let shown = text;
      for (let back = history.undo(); back !== null; back = history.undo())
        shown = back.written.text;
      expect(shown).toBe('first');
      for (let on = history.redo(); on !== null; on = history.redo()) shown = on.written.text;
      expect(shown).toBe(text);
    }),
  );
});

it('keeps the newest steps of a very long letter, and not all of them', () => {
  const history = createUndoHistory();
  const long = (sign: string) => letter(sign.repeat(900_000));
  for (let count = 0; count < 40; count += 1) history.record(long('a'), long('b'), step, count);
  let steps = 0;
  while (history.undo() !== null) steps += 1;
  expect(steps).toBeGreaterThan(5);
  expect(steps).toBeLessThan(40);
});
