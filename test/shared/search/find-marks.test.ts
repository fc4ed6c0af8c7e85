import { expect, it } from 'vitest';
import { findMarks } from '../../../shared/search/find-marks.ts';
import { parseSearch } from '../../../shared/search/parse-search.ts';

const marked = (text: string, query: string) =>
  findMarks(text, parseSearch(query, 0)).map(([from, to]) => text.slice(from, to));

it('marks the words that are looked for, in whatever way they are written', () => {
  expect(marked('The Night Ferry, ferries', 'ferr')).toEqual(['Ferr', 'ferr']);
  expect(marked('Zürich', 'zurich')).toEqual(['Zürich']);
  expect(marked('ＮＨＫのｶﾞﾒﾗ', 'nhk ガメラ')).toEqual(['ＮＨＫ', 'ｶﾞﾒﾗ']);
  expect(marked('㈱毎朝', '(株)')).toEqual(['㈱']);
  expect(marked('第30番の記事', '0番')).toEqual(['0番']);
});

it('marks a phrase across lines, and the beginnings of words alone', () => {
  expect(marked('the night\n  ferry', '"night ferry"')).toEqual(['night\n  ferry']);
  expect(marked('a start, an article', 'art')).toEqual(['art']);
});

it('marks what was looked for in a field, and nothing that must not be there', () => {
  expect(marked('ferry and tram', 'subject:ferry -tram is:open')).toEqual(['ferry']);
  expect(marked('ferry', '')).toEqual([]);
});

it('marks either kana where both will do', () => {
  expect(marked('ふぇりー、フェリー', 'フェリー kana:any')).toEqual(['ふぇりー', 'フェリー']);
});

it('joins what overlaps', () => {
  expect(marked('東京都庁', '東京都 京都庁')).toEqual(['東京都庁']);
});
