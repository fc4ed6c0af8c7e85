import fc from 'fast-check';

const family = ['佐藤', '田中', '髙橋', '渡邉', 'すずき', 'コバヤシ', 'Nakamura'];
const given = ['花子', '健太', '美香', 'はなこ', 'ケンタ', 'Mika'];
const hosts = ['日本語.example', '例え.テスト', 'xn--wgv71a119e.example', 'bücher.example'];

const name = fc
  .tuple(fc.constantFrom(...family), fc.constantFrom(...given), fc.constantFrom(' ', '　', ''))
  .map(([first, second, gap]) => `${first}${gap}${second}`);

const address = fc
  .tuple(fc.constantFrom('hanako', '花子', 'tanaka+news'), fc.constantFrom(...hosts))
  .map(([local, host]) => `${local}@${host}`);

const phone = fc
  .tuple(
    fc.constantFrom('03-', '090-', '+81 90 ', '０９０－'),
    fc.integer({ min: 1000, max: 9999 }),
    fc.integer({ min: 1000, max: 9999 }),
  )
  .map(([area, exchange, line]) => `${area}${exchange}-${line}`);

const subject = fc
  .tuple(fc.constantFrom('地震速報について', '【会員登録】住所変更', 'Re: 訂正のお願い'), name)
  .map(([words, who]) => `${words}（${who}）`);

const body = fc
  .tuple(name, phone, address)
  .map(([who, call, mail]) => `${who}と申します。\r\nお電話は${call}、${mail}まで。`);

/** What readers and members write and are called: never to be found in a log. */
export const personalText = fc.oneof(name, address, phone, subject, body);

/** The pieces of a text, its names and numbers, that a log holds. */
export function piecesIn(log: string, text: string): string[] {
  const pieces = text.split(/[\s（）、。【】@]+/).filter((piece) => /[^ -~]|.{3}/u.test(piece));
  return pieces.filter((piece) => log.includes(piece));
}
