import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const paragraphs = join(import.meta.dirname, '../../../../shared/corpora/japanese-paragraphs.json');

/** Real Japanese, where the corpora are at hand. */
export function japaneseTexts(): string[] {
  if (!existsSync(paragraphs)) return [];
  const all = JSON.parse(readFileSync(paragraphs, 'utf8')) as readonly { readonly text: string }[];
  return all.map(({ text }) => text);
}

/**
 * The same letter with other words, another date and no letters that it answers: as often as it is
 * repeated, a part of its words stands in no other.
 */
export function altered(raw: Buffer, copy: number, index: number): Buffer {
  const text = raw.toString('latin1').replace(/^From .*\n/, '');
  const end = text.search(/\r?\n\r?\n/);
  const head = text
    .slice(0, end)
    .replace(/^(?:references|in-reply-to|message-id|date):.*(?:\r?\n[ \t].*)*\r?\n/gim, '');
  const date = new Date(Date.UTC(2020, 0, 1) + index * 30 * 60_000).toUTCString();
  // Lines with blanks are words; others may be base64.
  const body = text
    .slice(end)
    .replace(/^.* .*$/gm, (line) =>
      line.replace(/[a-z]{6,}/g, (word) =>
        copy > 0 && sumOf(word, copy) % 12 === 0 ? `${word}${toLetters(copy)}` : word,
      ),
    );
  return Buffer.from(
    `Message-ID: <${index}@bench.example>\nDate: ${date}\n${head}${body}`,
    'latin1',
  );
}

export function japaneseLetter(text: string, index: number): Buffer {
  const date = new Date(Date.UTC(2020, 0, 1) + index * 30 * 60_000).toUTCString();
  const head =
    `Message-ID: <${index}@bench.example>\nDate: ${date}\nFrom: Reader <reader@bench.example>\n` +
    `To: desk@bench.example\nSubject: Paragraph ${index}\nMIME-Version: 1.0\n` +
    'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n';
  return Buffer.from(`${head}${text}\n`);
}

function sumOf(word: string, copy: number): number {
  let sum = copy * 31;
  for (let at = 0; at < word.length; at += 1) sum = (sum * 33 + word.charCodeAt(at)) % 65_521;
  return sum;
}

function toLetters(copy: number): string {
  return copy.toString(26).replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 26)));
}
