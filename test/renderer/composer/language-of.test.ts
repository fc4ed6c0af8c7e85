import { expect, it } from 'vitest';
import { languageOf } from '../../../renderer/composer/language-of.ts';

it('knows Japanese by its kana, whatever stands beside them', () => {
  expect(languageOf('港はいつ開きますか。')).toBe('ja');
  expect(languageOf('ﾐﾅﾄ')).toBe('ja');
  expect(languageOf('The song is called 「アリラン」, 아리랑.')).toBe('ja');
});

it('takes Chinese characters alone for Japanese, but not those of a Korean text', () => {
  expect(languageOf('質問')).toBe('ja');
  expect(languageOf('Minato 記者募集 2026')).toBe('ja');
  expect(languageOf('大韓民國의 항구는 언제 열립니까?')).toBe('en');
});

it('answers all else in English', () => {
  expect(languageOf('When does Minato open?')).toBe('en');
  expect(languageOf('항구는 언제 열립니까?')).toBe('en');
  expect(languageOf('')).toBe('en');
});

it('judges a subject and a text together, and a long text by its beginning', () => {
  expect(languageOf('Re: Ferries', 'いつですか。')).toBe('ja');
  expect(languageOf('質問', '항구는 언제 열립니까?')).toBe('en');
  expect(languageOf(`${'a'.repeat(10_000)}港`)).toBe('en');
});
