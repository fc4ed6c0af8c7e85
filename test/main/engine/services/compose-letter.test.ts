import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { expect, it } from 'vitest';
import { parseMessage } from '../../../../main/engine/mail/mime/parse-message.ts';
import {
  composeLetter,
  type LetterToCompose,
} from '../../../../main/engine/services/compose-letter.ts';
import { Charset } from '../../../../shared/model/section-settings.ts';

const reply = {
  sender: { name: 'みなと通信', address: 'world-services@minato.example' },
  to: [{ name: '佐藤 花', address: 'hana@example.com' }],
  cc: [],
  subject: 'Re: 橋について',
  inReplyTo: {
    headerMessageId: 'question-2@example.com',
    references: ['question-1@example.com', 'answer-1@minato.example'],
  },
  text: 'ありがとうございます。\n\n> いつですか\n1983年です。',
  html: null,
  attachments: [],
  headerMessageId: 'answer-2@minato.example',
  date: new Date('2026-11-24T09:00:00Z'),
} satisfies LetterToCompose;

/** Header names and values as they are on the wire, unfolded. */
function headersOf(raw: Buffer): string[] {
  const head = raw.toString('latin1').split('\r\n\r\n')[0] ?? '';
  return head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
}

it('is read back as it was written, in its thread, by another parser of mail', async () => {
  const raw = await composeLetter(reply);
  expect(await parseMessage(raw)).toMatchObject({
    headerMessageId: 'answer-2@minato.example',
    inReplyTo: ['question-2@example.com'],
    references: ['question-1@example.com', 'answer-1@minato.example', 'question-2@example.com'],
    from: [reply.sender],
    to: reply.to,
    cc: [],
    subject: 'Re: 橋について',
    text: expect.stringContaining('ありがとうございます。\n\n> いつですか\n1983年です。'),
    attachments: [],
  });
});

it('says nothing of the program, the computer or the person that wrote it', async () => {
  const raw = await composeLetter(reply);
  const names = headersOf(raw).map((line) => line.split(':')[0]?.toLowerCase());
  expect([...names].sort()).toEqual(
    [
      'content-transfer-encoding',
      'content-type',
      'date',
      'from',
      'in-reply-to',
      'message-id',
      'mime-version',
      'references',
      'subject',
      'to',
    ].sort(),
  );
});

it('starts a thread of its own when the letter has no Message-ID', async () => {
  const inReplyTo = { headerMessageId: null, references: ['a@example.com'] };
  const raw = await composeLetter({ ...reply, inReplyTo });
  expect(headersOf(raw).filter((line) => /^(In-Reply-To|References):/i.test(line))).toEqual([]);
});

it('keeps the first and the newest of very many references', async () => {
  const references = Array.from({ length: 500 }, (_, index) => `m${index}@example.com`);
  const raw = await composeLetter({ ...reply, inReplyTo: { ...reply.inReplyTo, references } });
  const parsed = await parseMessage(raw);
  expect(parsed.references).toHaveLength(20);
  expect(parsed.references[0]).toBe('m0@example.com');
  expect(parsed.references.at(-1)).toBe('question-2@example.com');
});

it('tells the time in UTC, as an offset', async () => {
  const raw = await composeLetter({ ...reply, date: new Date('2026-11-24T23:30:00+09:00') });
  expect(headersOf(raw)).toContain('Date: Tue, 24 Nov 2026 14:30:00 +0000');
});

const nasty = fc
  .array(
    fc.constantFrom(
      ...['\r', '\n', '\0', '<', '>', ',', ';', '"', '\\', ':', ' ', 'a', '@', '=?', '?='],
      ...['Bcc: b@c.d', '=?UTF-8?B?DQpCY2M6?=', 'é', '花', '髙', '--', '\u2028', '\ud800'],
    ),
  )
  .map((parts) => parts.join(''));

const allowed =
  /^(From|To|Cc|Subject|Message-ID|In-Reply-To|References|Content-Transfer-Encoding|Content-Type|Date|MIME-Version): /i;

it('lets nothing in a hostile letter add a header, a recipient or a part', async () => {
  const letters = fc.record({
    ...{ subject: nasty, name: nasty, other: nasty, id: nasty, reference: nasty },
    ...{ text: nasty, filename: nasty, html: fc.option(nasty) },
    isAttached: fc.boolean(),
    charset: fc.constantFrom(...Charset.options),
  });
  await fc.assert(
    fc.asyncProperty(letters, async (hostile) => {
      const { subject, name, other, id, reference, text, html, filename, charset } = hostile;
      const content = Buffer.from('content');
      const raw = await composeLetter({
        ...reply,
        to: [{ name, address: 'hana@example.com' }],
        cc: [{ name: other, address: 'desk@minato.example' }],
        subject,
        inReplyTo: { headerMessageId: id, references: [reference] },
        text,
        html,
        attachments: hostile.isAttached ? [{ filename, mimeType: 'image/png', content }] : [],
        charset,
      });
      const lines = headersOf(raw);
      expect(lines.filter((line) => !allowed.test(`${line} `))).toEqual([]);
      expect(lines.filter((line) => /^(To|Cc):/i.test(line))).toHaveLength(2);
      const parsed = await parseMessage(raw);
      expect(parsed.to.map(({ address }) => address)).toEqual(['hana@example.com']);
      expect(parsed.cc.map(({ address }) => address)).toEqual(['desk@minato.example']);
      expect(parsed.attachments).toHaveLength(hostile.isAttached ? 1 : 0);
    }),
  );
});

it('writes to no address that would be two, or none', async () => {
  for (const address of ['a@b.example, c@d.example', 'a@b.example>\r\nBcc: c@d.example', 'a', '@'])
    await expect(composeLetter({ ...reply, cc: [{ name: '', address }] })).rejects.toThrow();
});

it('asks for no receipt', async () => {
  const raw = await composeLetter(reply);
  expect(headersOf(raw).join('\n')).not.toMatch(/notification|receipt|confirm/i);
});

it('sends every byte of a file as it is, whatever kind of file it says it is', async () => {
  const content = Buffer.from('one\ntwo\r\nthree\rFrom here\n.\n\u0000 é');
  for (const mimeType of ['text/plain', 'text/csv', 'message/rfc822', 'application/pdf']) {
    const files = [{ filename: 'a.txt', mimeType, content }];
    const read = await PostalMime.parse(await composeLetter({ ...reply, attachments: files }));
    const [file] = read.attachments;
    expect(Buffer.from(file?.content as ArrayBuffer).equals(content)).toBe(true);
  }
});
