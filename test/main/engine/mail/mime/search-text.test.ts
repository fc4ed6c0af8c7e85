import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { toMatch, toMatchAll } from '../../../../../main/engine/mail/mime/search-match.ts';
import { toSearchText } from '../../../../../main/engine/mail/mime/search-text.ts';
import { foldText } from '../../../../../shared/fold-text.ts';

type Find = (query: string, toExpression?: (query: string) => string | null) => number[];

function createIndex(texts: readonly string[]): Find {
  const db = new Database(':memory:');
  db.exec("CREATE VIRTUAL TABLE words USING fts5(body, tokenize='ascii')");
  const insert = db.prepare('INSERT INTO words(rowid, body) VALUES (?, ?)');
  for (const [index, text] of texts.entries()) insert.run(index, toSearchText(text));
  const select = db.prepare('SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid').pluck();
  return (query, toExpression = toMatchAll) => select.all(toExpression(query)) as number[];
}

it('finds words of one, two and three characters inside a Japanese run', () => {
  const find = createIndex(['東京都の手紙', '京都の新聞', 'Tokyo letters']);
  expect(find('東京')).toEqual([0]);
  expect(find('京都')).toEqual([0, 1]);
  expect(find('東京都')).toEqual([0]);
  expect(find('紙')).toEqual([0]);
  expect(find('letter')).toEqual([2]);
});

it('finds full-width, half-width and upper-case writing alike', () => {
  const find = createIndex(['ＮＨＫのカメラ', 'ｶﾒﾗ nhk']);
  expect(find('nhk カメラ')).toEqual([0, 1]);
  expect(find('ﾒﾗ')).toEqual([0, 1]);
});

it('finds a character outside of the basic plane', () => {
  const find = createIndex(['𠮷野家の手紙', '吉野家', '手紙😀ありがとう', '\ud842alone']);
  expect(find('𠮷野')).toEqual([0]);
  expect(find('𠮷')).toEqual([0]);
  expect(find('紙 ありがとう')).toEqual([2]);
  expect(find('alone')).toEqual([3]);
});

it('finds words with and without accents, beside any punctuation', () => {
  const find = createIndex(['Grüße aus “Zürich”—morgen', 'GRUSSE, Zurich', 'が、か。й']);
  expect(find('zürich')).toEqual([0, 1]);
  expect(find('Zurich morgen')).toEqual([0]);
  expect(find('が')).toEqual([2]);
  expect(find('и')).toEqual([]);
});

it('finds a part of a word in Japanese, and the beginning of one elsewhere', () => {
  const find = createIndex(['交響曲第30番（ニ長調）ｃＤＮＡの', 'a start\n\n東京', 'an article']);
  for (const part of ['第3', '0番（', '30', 'cdna', 'DNA', '）c', '(ニ'])
    expect(find(part), part).toEqual([0]);
  expect(find('art')).toEqual([2]);
  expect(find('第0')).toEqual([]);
});

it('finds a phrase in its order alone, across lines', () => {
  const find = createIndex([
    'the night\nferry',
    'ferry the night',
    '夜の フェリー便',
    'フェリー 夜の',
  ]);
  const phrase = (words: string) => find(words, (text) => toMatch(text, { isExact: true }));
  expect(phrase('night ferry')).toEqual([0]);
  expect(phrase('night ferr')).toEqual([]);
  expect(phrase('の フェリー')).toEqual([2]);
});

it('finds katakana by hiragana where that is asked for', () => {
  const find = createIndex(['夜行フェリーのりば', '夜行ふぇりーノリバ', 'ｻﾄｳさん']);
  const alike = (words: string) =>
    find(words, (text) => toMatch(text, { isExact: false, isKanaAlike: true }));
  expect(find('ふぇりー')).toEqual([1]);
  expect(alike('ふぇりー')).toEqual([0, 1]);
  expect(alike('ふぇりーノリバ')).toEqual([0, 1]);
  expect(alike('さとうサン')).toEqual([2]);
});

it('takes FTS5 syntax for words', () => {
  const find = createIndex(['plain words near here']);
  for (const query of ['"', 'a" OR "b', 'NEAR(', '*', 'body:words', "'; DROP", '-', '^x', '\0']) {
    expect(() => toMatchAll(query) === null || find(query)).not.toThrow();
  }
  expect(toMatchAll('  ')).toBeNull();
  expect(find('words NEAR')).toEqual([0]);
});

const file = join(import.meta.dirname, '../../../../../../shared/corpora/japanese-paragraphs.json');
if (!existsSync(file)) console.log('corpora not present, skipped');

it.skipIf(!existsSync(file))('finds in real paragraphs what a scan finds', () => {
  const paragraphs = JSON.parse(readFileSync(file, 'utf8')) as readonly {
    readonly text: string;
    readonly answers: readonly string[];
  }[];
  const answers = [...new Set(paragraphs.flatMap((paragraph) => paragraph.answers))];
  expect(answers.length).toBeGreaterThan(3000);
  const texts = paragraphs.map(({ text }) => text);
  const find = createIndex(texts);
  const folded = texts.map(foldText);
  for (const answer of answers) {
    const needle = foldText(answer);
    const scanned = folded.flatMap((text, index) => (text.includes(needle) ? [index] : []));
    expect(
      find(answer, (words) => toMatch(words, { isExact: true })),
      answer,
    ).toEqual(scanned);
  }
});
