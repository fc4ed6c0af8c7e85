import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ingestMessage } from '../../../../../main/engine/mail/mime/ingest-message.ts';
import {
  parseMessage,
  readAttachment,
} from '../../../../../main/engine/mail/mime/parse-message.ts';

it('reads nothing out of nothing', async () => {
  expect(await parseMessage(new Uint8Array())).toMatchObject({ text: '' });
});

it('reads a message with a header of 3 MB', async () => {
  const raw = Buffer.from(
    `From: a@example.com\r\nSubject: Long\r\nX-Long: ${'x'.repeat(3e6)}\r\n\r\nBody`,
  );
  const mail = await parseMessage(raw);
  expect(mail).toMatchObject({ subject: 'Long', text: 'Body' });
});

it('reads a To header of 100,000 people up to a bound', async () => {
  const to = Array.from({ length: 100_000 }, (_, index) => `"P, ${index}" <p${index}@example.com>`);
  const mail = await parseMessage(Buffer.from(`To: ${to.join(',\r\n ')}\r\n\r\nBody`));
  expect(mail.to[0]).toEqual({ name: 'P, 0', address: 'p0@example.com' });
  expect(mail.to.length).toBeLessThanOrEqual(1000);
  expect(mail.text).toBe('Body');
});

function nest(levels: number): Buffer {
  let body = 'Content-Type: text/plain\r\n\r\nThe core.';
  for (let level = 0; level < levels; level++) {
    const boundary = `level-${level}-`;
    body = `Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n--${boundary}\r\n${body}\r\n--${boundary}--\r\n`;
  }
  return Buffer.from(`Subject: Deep\r\n${body}`);
}

it('reads 200 nested multiparts', async () => {
  expect(await parseMessage(nest(200))).toMatchObject({ subject: 'Deep', text: 'The core.' });
});

it('keeps what can be said of a message of 20,000 parts', async () => {
  const raw = Buffer.from(
    `Subject: Wide\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(20_000)}--b--`,
  );
  expect(await parseMessage(raw)).toMatchObject({ subject: 'Wide', attachments: [] });
});

it('reads a message of 60 MB with its attachment whole', async () => {
  const content = randomBytes(45 * 1024 * 1024);
  const raw = Buffer.concat([
    Buffer.from(
      'Subject: Big\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSmall text\r\n--b\r\nContent-Type: video/mp4; name=v.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n',
    ),
    Buffer.from(content.toString('base64')),
    Buffer.from('\r\n--b--\r\n'),
  ]);
  const ingested = await ingestMessage(raw);
  expect(ingested).toMatchObject({ subject: 'Big', snippet: 'Small text', size: raw.length });
  expect(ingested.attachments).toMatchObject([{ filename: 'v.mp4', size: content.length }]);
  expect(content.equals((await readAttachment(raw, 0))?.content ?? Buffer.alloc(0))).toBe(true);
}, 60_000);

it.each(['<title>', '<head', '<', '<!--', '&', '(', '</p', '<a b="'])(
  'reads HTML that is %s over and over',
  async (piece) => {
    const raw = Buffer.from(`Content-Type: text/html\r\n\r\nWord ${piece.repeat(200_000)}`);
    const mail = await parseMessage(raw);
    expect(mail.html).toMatch(/^Word/);
    // Too long or too deep a page is not made into text.
    expect(mail.text).toMatch(/^(?:Word|$)/);
  },
);

it('never throws on whatever comes', async () => {
  const pieces = fc.constantFrom(
    'Content-Type: multipart/mixed; boundary=b\n',
    'Content-Type: text/html; charset=iso-2022-jp\n',
    'Content-Transfer-Encoding: quoted-printable\n',
    'Content-Transfer-Encoding: base64\n',
    'From: =?utf-8?Q?=?= <a@',
    'Subject: =?x?B?=',
    "Content-Disposition: attachment; filename*0*=''%",
    '--b\n',
    '--b--',
    '\x1b$B',
    '<a href="&#x110000;',
    '\n\n',
    '\r',
    '\0',
    '=\n',
    'begin 644 x\n',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))), async (parts) => {
      const raw = Buffer.from(parts.join(''), 'latin1');
      const ingested = await ingestMessage(raw);
      expect(ingested.size).toBe(raw.length);
    }),
    { numRuns: 2000 },
  );
});
