import { expect, it } from 'vitest';
import {
  parseMessage,
  readAttachment,
} from '../../../../../main/engine/mail/mime/parse-message.ts';
import { readFixture } from './read-fixture.ts';

const parse = (name: string) => parseMessage(readFixture(name));

it('reads ISO-2022-JP in names, subject and body', async () => {
  const mail = await parse('iso-2022-jp.eml');
  expect(mail.from).toEqual([{ name: '山田, 花子', address: 'hanako@example.com' }]);
  expect(mail.subject).toBe('記事についての質問');
  expect(mail.text.trim()).toBe('記事についての質問です。');
  expect(mail.snippet).toBe('記事についての質問です。');
  expect(mail.headerMessageId).toBe('jis@example.com');
  expect(mail.sentAt).toBe(Date.UTC(2026, 10, 2));
});

it('reads the vendor characters that ISO-2022-JP and Shift_JIS mail carries', async () => {
  expect((await parse('iso-2022-jp-vendor.eml')).text.trim()).toBe('①㈱ 高橋');
  const mail = await parse('shift_jis.eml');
  expect(mail.subject).toBe('①番 ㈱髙島');
  expect(mail.text.trim()).toBe('①㈱髙橋様、表示とソースの件');
});

it('reads EUC-JP under base64', async () => {
  const mail = await parse('euc-jp.eml');
  expect(mail.subject).toBe('編集部への手紙');
  expect(mail.text.trim()).toBe('写真を見ました。');
});

it('reads ISO-2022-JP that nobody declared, in headers and body', async () => {
  const mail = await parse('undeclared-iso-2022-jp.eml');
  expect(mail.from).toEqual([{ name: '山田花子', address: 'hanako@example.com' }]);
  expect(mail.subject).toBe('質問があります');
  expect(mail.text.trim()).toBe('記事についての質問です。');
});

it('reads Shift_JIS that nobody declared', async () => {
  const mail = await parse('undeclared-shift_jis.eml');
  expect(mail.subject).toBe('これは質問です');
  expect(mail.text.trim()).toBe('カメラのことを教えてください');
});

it('joins a character that was cut between two encoded-words', async () => {
  expect((await parse('split-character.eml')).subject).toBe('新聞');
});

it('takes a message without headers as text', async () => {
  const mail = await parse('no-headers.eml');
  expect(mail.text).toBe('Just words, no header at all.\nA second line.\n');
  expect(mail).toMatchObject({ subject: '', from: [], headerMessageId: null, sentAt: null });
});

it('reads a message that is headers only', async () => {
  const mail = await parse('headers-only.eml');
  expect(mail).toMatchObject({ subject: 'Only headers', text: '', snippet: '' });
});

it('has no Message-ID when the sender gave none', async () => {
  expect((await parse('no-message-id.eml')).headerMessageId).toBeNull();
});

it('returns unlikely dates as they are and invalid ones as null', async () => {
  expect((await parse('year-1903.eml')).sentAt).toBe(Date.UTC(1903, 0, 2, 3, 4, 5));
  expect((await parse('year-2103.eml')).sentAt).toBe(Date.UTC(2103, 0, 2, 3, 4, 5));
  expect((await parse('no-date.eml')).sentAt).toBeNull();
});

it('shows the words of a multipart whose boundary is wrong, missing or never closed', async () => {
  const broken = await parse('broken-boundary.eml');
  expect(broken.text).toContain('The words are here.');
  const missing = await parse('missing-boundary.eml');
  expect(missing.text).toContain('Found all the same.');
  const cut = await parse('unterminated.eml');
  expect(cut.text).toBe('First.');
  expect(cut.attachments).toMatchObject([{ filename: 'p.png', size: 4 }]);
});

it('reads RFC 2231 and encoded-word file names, and strips the folders of a name', async () => {
  const raw = readFixture('rfc2231-filename.eml');
  const mail = await parseMessage(raw);
  expect(mail.attachments.map((one) => one.filename)).toEqual(['申請書.pdf', 'list.pdf']);
  const first = await readAttachment(raw, 0);
  expect(first?.filename).toBe('申請書.pdf');
  expect(Buffer.from(first?.content ?? []).toString()).toBe('%PDF-');
  expect(await readAttachment(raw, 2)).toBeNull();
});

it('keeps a forwarded message as an attachment and its words out of the text', async () => {
  const mail = await parse('nested-message.eml');
  expect(mail.text).toBe('Please see below.');
  expect(mail.attachments).toMatchObject([
    { index: 0, mimeType: 'message/rfc822', filename: null },
  ]);
});

it('offers winmail.dat as the attachment that it is', async () => {
  const mail = await parse('winmail.eml');
  expect(mail.text).toBe('Outlook wrote this.');
  expect(mail.attachments).toEqual([
    {
      index: 0,
      filename: 'winmail.dat',
      mimeType: 'application/ms-tnef',
      size: 6,
      contentId: null,
      inline: false,
    },
  ]);
});

it('makes text from HTML when there is nothing else', async () => {
  const mail = await parse('html-only.eml');
  expect(mail.text).toBe('Fish & chips\n\ncafé open\nlate');
  expect(mail.html).toContain('<script>alert(1)</script>');
});

it('knows an image that the HTML shows', async () => {
  const mail = await parse('inline-image.eml');
  expect(mail.text).toBe('Look');
  expect(mail.attachments).toMatchObject([
    { contentId: 'logo@example.com', inline: true, size: 4, mimeType: 'image/png' },
  ]);
});

it('knows a bounce', async () => {
  const mail = await parse('bounce.eml');
  expect(mail.automation).toBe('bounce');
  expect(mail.text).toBe('It did not arrive.');
});

it.each([
  ['Auto-Submitted: auto-replied', 'auto-replied'],
  ['Auto-Submitted: auto-generated', 'auto-generated'],
  ['Auto-Submitted: no', 'no'],
  ['X-Autoreply: yes', 'auto-replied'],
  ['Precedence: bulk', 'auto-generated'],
  ['List-Id: News <news.example.org>', 'list'],
  ['X-Other: yes', 'no'],
])('takes %s as %s', async (header, automation) => {
  const mail = await parseMessage(Buffer.from(`From: a@example.com\r\n${header}\r\n\r\nx`));
  expect(mail.automation).toBe(automation);
});

it('reads the relatives, the reply address and the own words of a reply', async () => {
  const mail = await parse('reply.eml');
  expect(mail.inReplyTo).toEqual(['two@example.org']);
  expect(mail.references).toEqual(['one@example.org', 'two@example.org']);
  expect(mail.replyTo).toEqual([
    { name: 'Desk, Night', address: 'night@example.net' },
    { name: '', address: 'a@example.net' },
    { name: 'B', address: 'b@example.net' },
  ]);
  expect(mail.snippet).toBe('My answer is yes.');
});

it('reads CR-only line ends and NUL bytes', async () => {
  const old = await parse('bare-cr.eml');
  expect(old).toMatchObject({ subject: 'Old Mac', text: 'Line one.\nLine two.\n' });
  const nul = await parse('nul-bytes.eml');
  expect(nul).toMatchObject({ subject: 'Nul subject', text: 'BeforeAfter\n' });
});

it('reads bytes that a mailer forgot to encode in an encoded-word', async () => {
  const raw = Buffer.from('Subject: =?iso-8859-1?Q?Fr\xf6sche?=\r\n\r\nx', 'latin1');
  expect((await parseMessage(raw)).subject).toBe('Frösche');
});

it('keeps the links of a page in its text and out of its snippet', async () => {
  const page = '<p>Read <a href="https://example.com/a">the story</a> today</p>';
  const mail = await parseMessage(Buffer.from(`Content-Type: text/html\r\n\r\n${page}`));
  expect(mail.text).toBe('Read the story [https://example.com/a] today');
  expect(mail.snippet).toBe('Read the story today');
});

it('shows plain words that stand between pages', async () => {
  const raw = Buffer.from(
    'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<b>One</b>\r\n' +
      '--b\r\nContent-Type: text/plain\r\n\r\nTwo <3\r\n--b--\r\n',
  );
  expect((await parseMessage(raw, 'showing')).html).toMatch(/<b>One<\/b>[\s\S]*Two &lt;3/);
});
