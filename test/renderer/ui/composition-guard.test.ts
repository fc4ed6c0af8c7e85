import { expect, it } from 'vitest';
import { createCompositionGuard } from '../../../renderer/ui/composition-guard.ts';

const enter = { isComposing: false, keyCode: 13, timeStamp: 1000 };

it('leaves every key to the input method while it composes', () => {
  const guard = createCompositionGuard();
  expect(guard.isInputMethod({ ...enter, isComposing: true })).toBe(true);
  expect(guard.isInputMethod({ ...enter, keyCode: 229 })).toBe(true);
});

it('takes the Enter that ends a composition for the input method’s, though it comes after', () => {
  const guard = createCompositionGuard();
  guard.ended(990);
  expect(guard.isInputMethod(enter)).toBe(true);
});

it('takes the next Enter for the composer’s', () => {
  const guard = createCompositionGuard();
  guard.ended(900);
  expect(guard.isInputMethod(enter)).toBe(false);
  expect(createCompositionGuard().isInputMethod(enter)).toBe(false);
});
