import { expect, it } from 'vitest';
import { foldLabel, readLabels } from '../../../../main/engine/policy/form-labels.ts';
import { htmlFormText } from '../../../../main/engine/policy/html-form-text.ts';
import { proposeTargets } from '../../../../main/engine/policy/propose-targets.ts';

const pairs = (text: string, known: readonly string[] = []) =>
  readLabels(text, new Set(known.map(foldLabel))).entries.map(({ label, value }) => [label, value]);

it.each([
  ['Name: Hana Ito\nEmail:  hana@reader.example', ['Name', 'Hana Ito']],
  ['お名前：伊藤 花', ['お名前', '伊藤 花']],
  ['■お名前\n伊藤 花', ['お名前', '伊藤 花']],
  ['■お名前：伊藤 花', ['お名前', '伊藤 花']],
  ['【お名前】\n\n伊藤 花', ['お名前', '伊藤 花']],
  ['【お名前】伊藤 花', ['お名前', '伊藤 花']],
  ['[Name] Hana Ito', ['Name', 'Hana Ito']],
  ['* Name (required): Hana Ito', ['Name (required)', 'Hana Ito']],
  ['Name\tHana Ito', ['Name', 'Hana Ito']],
  ['Furigana: -', ['Furigana', '']],
  ['Comment:\nOne line\nand another', ['Comment', 'One line\nand another']],
])('finds the label of %j', (text, first) => {
  expect(pairs(text)[0]).toEqual(first);
});

it('takes no time and no page for a label', () => {
  const text = 'Name: Hana\n10:30 would be good\nhttps://minato.example/join';
  expect(pairs(text)).toEqual([['Name', `${text.slice('Name: '.length)}`]]);
});

it('knows a taught label without any sign, in any width, kana and case', () => {
  expect(pairs('お名前　伊藤 花\nふりがな\nイトウ ハナ', ['お名前', 'フリガナ'])).toEqual([
    ['お名前', '伊藤 花'],
    ['ふりがな', 'イトウ ハナ'],
  ]);
  expect(foldLabel('Ｅメール（必須）＊')).toBe(foldLabel('eメール'));
  expect(foldLabel('ﾌﾘｶﾞﾅ')).toBe(foldLabel('ふりがな'));
});

it('ends a value at a ruler and keeps paragraphs apart from it', () => {
  const text = 'Comment: one\n\ntwo\n\nthree\n--------\nSent by the form';
  const { entries, rest } = readLabels(text, new Set());
  expect(entries).toEqual([{ label: 'Comment', value: 'one', more: 'two\n\nthree' }]);
  expect(rest).toBe('Sent by the form');
});

it('reads the rows of an HTML table, which text for reading runs into each other', () => {
  const html = `<style>td:hover{}</style><p>New</p><table><tr><th>Name</th>\n<td>Hana &amp; Ito</td></tr>
    <tr><th>Comment</th><td>One<br>Two</td></tr></table><dl><dt>Plan<dd>Daily</dl>`;
  expect(pairs(htmlFormText(html))).toEqual([
    ['Name', 'Hana & Ito'],
    ['Comment', 'One\nTwo'],
    ['Plan', 'Daily'],
  ]);
  expect(pairs(htmlFormText('<dl><dt>Plan</dt><dd>Daily</dd></dl>'))).toEqual([['Plan', 'Daily']]);
});

it('is through with a page that is made to take long', () => {
  const pages = ['<a', '<!--', '<style>', '</td>', ' ', '&nbsp;', '<', '(', 'a:\n', '【'];
  const began = performance.now();
  for (const page of pages) pairs(htmlFormText(page.repeat(300_000)).slice(0, 50_000));
  expect(performance.now() - began).toBeLessThan(5000);
});

it('proposes what labels are for, in both languages', () => {
  const targets = (...labels: string[]) => proposeTargets(labels).map(({ target }) => target);
  expect(targets('お名前', 'フリガナ', 'ご住所', '電話番号', 'メール', 'プラン', 'ご要望')).toEqual(
    ['name', 'kana', 'address', 'phone', 'email', 'plan', 'notes'],
  );
  expect(targets('姓', '名', 'セイ', 'メイ', '郵便番号', '都道府県', '市区町村', '番地')).toEqual([
    ...['familyName', 'givenName', 'familyKana', 'givenKana'],
    ...['postalCode', 'region', 'city', 'street'],
  ]);
  expect(
    targets('First name', 'Last name', 'E-mail', 'E-mail (confirm)', 'Tel', 'Company'),
  ).toEqual(['givenName', 'familyName', 'email', 'custom', 'phone', 'custom']);
  expect(targets('Name', 'NAME', 'Full name', 'How did you find us?')).toEqual([
    ...['name', 'custom', 'custom'],
  ]);
});
