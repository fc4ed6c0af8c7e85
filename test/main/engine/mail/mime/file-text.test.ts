import { expect, it } from 'vitest';
import { ingestMessage } from '../../../../../main/engine/mail/mime/ingest-message.ts';
import { parseMessage } from '../../../../../main/engine/mail/mime/parse-message.ts';

function withFile(name: string, type: string, content: Buffer): Buffer {
  return Buffer.from(
    'Subject: Files\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n' +
      `Content-Type: text/plain\r\n\r\nSee the file.\r\n--x\r\nContent-Type: ${type}\r\n` +
      `Content-Disposition: attachment; filename=${name}\r\nContent-Transfer-Encoding: base64\r\n\r\n` +
      `${content.toString('base64')}\r\n--x--\r\n`,
  );
}
const fileText = async (name: string, type: string, content: Buffer) =>
  (await parseMessage(withFile(name, type, content))).fileText;

it('reads the text of text files, whatever charset they have', async () => {
  const times = 'Ferry,夜行\n';
  expect(await fileText('times.csv', 'text/csv', Buffer.from(times))).toBe(times);
  const shiftJis = Buffer.from('835483758393', 'hex');
  expect(await fileText('a.txt', 'application/octet-stream', shiftJis)).toBe('サブン');
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(times, 'utf16le')]);
  expect(await fileText('times.tsv', 'application/vnd.ms-excel', utf16)).toBe(times);
});

it('reads no other files, and of a long one the beginning', async () => {
  expect(await fileText('a.pdf', 'application/pdf', Buffer.from('%PDF words'))).toBe('');
  expect(await fileText('a.txt', 'text/plain', Buffer.from('a\0b'))).toBe('');
  const long = Buffer.alloc(3 * 1024 * 1024, 'word ');
  expect((await fileText('a.log', 'text/plain', long)).length).toBe(256 * 1024);
});

it('has their words in the index, beside those of the letter', async () => {
  const raw = withFile('times.csv', 'text/csv', Buffer.from('夜行フェリー'));
  const words = Buffer.from((await ingestMessage(raw)).searchBody).toString();
  expect(words).toContain('see the file');
  expect(words).toContain('夜行 行フ フェ');
});
