import { expect, it } from 'vitest';
import { misfitsOf } from '../../../main/engine/services/letter/iso-2022-jp.ts';
import { fitCharacters } from '../../../renderer/composer/fit-characters.ts';

function fitted(text: string): string {
  return fitCharacters(text, misfitsOf(text)).reduce(
    (changed, { from, to }) => changed.replaceAll(from, to),
    text,
  );
}

it('writes what says the same, so that all of it fits', () => {
  const text = fitted('①㈱髙橋 ﾊﾟﾋﾟﾌﾟｶﾞ é € № ');
  expect(text).toBe('(1)(株)高橋 パピプガ e EUR No ');
  expect(misfitsOf(text)).toEqual([]);
});

it('leaves alone what nothing else says', () => {
  expect(fitted('😀한')).toBe('😀한');
});
