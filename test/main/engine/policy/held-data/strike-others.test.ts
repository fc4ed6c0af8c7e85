import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createStriking } from '../../../../../main/engine/policy/held-data/strike-others.ts';

const facts = {
  own: {
    emails: ['mika.mori@reader.example'],
    names: ['森 美香', 'モリ ミカ', '森', '美香'],
    contactText: '090-1234-5678\n〒100-0001 東京都千代田区千代田1-1',
  },
  section: {
    addresses: ['members@minato.example'],
    companyDomains: ['minato.example'],
    text: 'Minato News, 03-3211-0001',
  },
  otherNames: [] as readonly string[],
  words: [] as readonly string[],
};
const strike = (text: string, more: Partial<typeof facts> = {}) =>
  createStriking({ ...facts, ...more })(text);

it('leaves a person their own addresses and numbers, and the section its own', () => {
  const own = [
    'Mika.Mori@reader.example, ０９０ー１２３４ー５６７８',
    '〒100-0001 東京都千代田区千代田1-1',
    'members@minato.example or hana@minato.example, 03-3211-0001',
  ].join('\n');
  expect(strike(own)).toBe(own);
});

it('strikes out how to reach anybody else, in any width', () => {
  expect(strike('写真はken@friends.exampleへ、電話は080-9876-5432まで。')).toBe(
    '写真は[…]へ、電話は[…]まで。',
  );
  expect(strike('ｋｅｎ＠friends.example')).not.toContain('friends');
  expect(strike('〒530-0001 大阪府大阪市北区梅田3-1-1 に住んでいます')).not.toMatch(/530|梅田/);
});

it("does not take an address for the person's that only ends as theirs does", () => {
  expect(strike('a-mika.mori@reader.example')).toBe('[…]');
  expect(strike('mori@reader.example and mika.mori@reader.example')).toBe(
    '[…] and mika.mori@reader.example',
  );
});

it('strikes the names of others in every spelling of them', () => {
  const others = { otherNames: ['髙橋 健', 'Ken Abe', 'ｶﾞﾋﾞ ｹﾝ'] };
  expect(strike('高橋健さんと髙橋　健さん、ken  ABE、がびけん。', others)).toBe(
    '[…]さんと[…]さん、[…]、[…]。',
  );
});

it('strikes no name out of the middle of a longer word, nor a single sign', () => {
  expect(strike('Joann Leeds and 林道', { otherNames: ['Ann Lee', '林'] })).toBe(
    'Joann Leeds and 林道',
  );
});

it("keeps the person's own name where another has the same or a part of it", () => {
  const others = { otherNames: ['森美香', '美香', '森'] };
  expect(strike('森 美香です。', others)).toBe('森 美香です。');
  // Another, whose name begins with hers.
  expect(strike('森美香子と森美香', { otherNames: ['森 美香子'] })).toBe('[…]と森美香');
});

it("strikes what staff chose, also within what is the person's own", () => {
  expect(strike('佐藤さんの紹介で森 美香が', { words: ['佐藤'] })).toBe('[…]さんの紹介で森 美香が');
  expect(strike('mika.mori@reader.example', { words: ['mika'] })).toBe('[…].mori@reader.example');
});

it('puts one mark where two run into one another', () => {
  expect(strike('Ken Abe Sato', { otherNames: ['Ken Abe'], words: ['Abe Sato'] })).toBe('[…]');
});

it('leaves no foreign address in any text', () => {
  const address = fc.constantFrom('ken@friends.example', 'k.abe+x@a.b.example', '080-9876-5432');
  fc.assert(
    fc.property(fc.string(), address, fc.string(), (before, other, after) => {
      expect(strike(`${before}\n${other}\n${after}`)).not.toContain(other);
    }),
  );
});

it('changes no text in which nobody else is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('新聞', '森', ' ', '\n', 'news', 'ｶﾞ', '𠮷', '。')),
      (parts) => {
        const text = parts.join('');
        expect(strike(text, { otherNames: ['Ken Abe'] })).toBe(text);
      },
    ),
  );
});
