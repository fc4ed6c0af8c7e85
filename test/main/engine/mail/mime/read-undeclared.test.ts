import { expect, it } from 'vitest';
import { parseMessage } from '../../../../../main/engine/mail/mime/parse-message.ts';

const textOf = async (...lines: readonly string[]) =>
  (await parseMessage(Buffer.from(lines.join('\r\n'), 'latin1'))).text.trim();

it('reads quoted-printable and base64 whose charset is absent, wrong or unknown', async () => {
  const quoted = 'Content-Transfer-Encoding: quoted-printable';
  expect(await textOf(quoted, '', 'A hitch =96 free')).toBe('A hitch – free');
  const ascii = 'Content-Type: text/plain; charset=us-ascii';
  expect(await textOf(ascii, quoted, '', 'caf=E9')).toBe('café');
  const unknown = 'Content-Type: text/plain; charset="DEFAULT_CHARSET"';
  const shiftJis = Buffer.from('838183438393', 'hex').toString('base64');
  expect(await textOf(unknown, 'Content-Transfer-Encoding: base64', '', shiftJis)).toBe('メイン');
});

it('keeps what entities say between bytes of no charset', async () => {
  const html = [
    'Content-Type: text/html',
    '',
    '<p>caf\xe9 &mdash; 日</p>'.replace('日', '&#26085;'),
  ];
  expect(await textOf(...html)).toBe('café — 日');
});

it('takes a text with a broken byte for what it says that it is', async () => {
  const words = '第30番の記事に誤りがあります。';
  const bytes = Buffer.concat([Buffer.from(words), Buffer.from([0xff])]);
  const type = 'Content-Type: text/plain; charset=utf-8';
  const raw = await textOf(type, 'Content-Transfer-Encoding: 8bit', '', bytes.toString('latin1'));
  expect(raw).toContain(words);
  const coded = await textOf(
    type,
    'Content-Transfer-Encoding: base64',
    '',
    bytes.toString('base64'),
  );
  expect(coded).toContain(words);
});

it('leaves alone the parts of other charsets', async () => {
  const part = (charset: string, body: string) =>
    `--x\r\nContent-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${body}\r\n`;
  const text = await textOf(
    'Content-Type: multipart/mixed; boundary=x',
    '',
    `${part('utf-8', '=E6=97=A5')}${part('us-ascii', 'caf=E9')}--x--`,
  );
  expect(text).toContain('日');
});
