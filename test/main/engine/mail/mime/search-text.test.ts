import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { toSearchQuery, toSearchText } from '../../../../../main/engine/mail/mime/search-text.ts';

function createIndex(texts: readonly string[]): (query: string) => number[] {
  const db = new Database(':memory:');
  db.exec("CREATE VIRTUAL TABLE words USING fts5(body, tokenize='ascii')");
  const insert = db.prepare('INSERT INTO words(rowid, body) VALUES (?, ?)');
  for (const [index, text] of texts.entries()) insert.run(index, toSearchText(text));
  const select = db.prepare('SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid').pluck();
  return (query) => select.all(toSearchQuery(query)) as number[];
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

it('takes FTS5 syntax for words', () => {
  const find = createIndex(['plain words near here']);
  for (const query of ['"', 'a" OR "b', 'NEAR(', '*', 'body:words', "'; DROP", '-', '^x', '\0']) {
    expect(() => toSearchQuery(query) === null || find(query)).not.toThrow();
  }
  expect(toSearchQuery(' "*" ')).toBeNull();
  expect(find('words NEAR')).toEqual([0]);
});

const file = join(import.meta.dirname, '../../../../../../shared/corpora/japanese-paragraphs.json');
if (!existsSync(file)) console.log('corpora not present, skipped');

it.skipIf(!existsSync(file))('finds in real paragraphs what a scan finds', () => {
  const strings = readStrings(JSON.parse(readFileSync(file, 'utf8')));
  const texts = strings.filter((text) => text.length > 40);
  const queries = [
    ...new Set(strings.filter((text) => /^[\p{sc=Han}\p{sc=Katakana}ー]{2,8}$/u.test(text))),
  ];
  expect(queries.length).toBeGreaterThan(100);
  const find = createIndex(texts);
  const folded = texts.map((text) => text.normalize('NFKC').toLowerCase());
  for (const query of queries) {
    const needle = query.normalize('NFKC').toLowerCase();
    const scanned = folded.flatMap((text, index) => (text.includes(needle) ? [index] : []));
    expect(find(query), query).toEqual(scanned);
  }
});

function readStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(readStrings);
}
