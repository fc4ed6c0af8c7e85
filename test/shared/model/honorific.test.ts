import { expect, it } from 'vitest';
import { Honorific, honorificsFor, withHonorific } from '../../../shared/model/honorific.ts';

it('stands where its language puts it', () => {
  expect(withHonorific('佐藤花', 'sama')).toBe('佐藤花様');
  expect(withHonorific('Hana Sato', 'sama')).toBe('Hana Sato 様');
  expect(withHonorific('Hana Sato', 'dr')).toBe('Dr Hana Sato');
  expect(withHonorific('Hana Sato', 'none')).toBe('Hana Sato');
});

it('offers all of them in either language, the usual ones first', () => {
  expect(honorificsFor('ja').slice(0, 4)).toEqual(['sama', 'san', 'sensei', 'none']);
  expect(honorificsFor('en')[0]).toBe('mr');
  for (const language of ['en', 'ja'] as const)
    expect([...honorificsFor(language)].sort()).toEqual([...Honorific.options].sort());
});
