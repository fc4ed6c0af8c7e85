import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseMessage } from '../../../../main/engine/mail/mime/parse-message.ts';
import {
  composeLetter,
  type LetterToCompose,
} from '../../../../main/engine/services/compose-letter.ts';

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

it('lets nothing in a hostile letter add a header or a recipient', async () => {
  const nasty = fc.array(
    fc.constantFrom(
      '\r',
      '\n',
      '\0',
      '<',
      '>',
      ',',
      ';',
      '"',
      ':',
      ' ',
      'a',
      '@',
      'Bcc: b@c.d',
      'é',
      '花',
    ),
  );
  const text = nasty.map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(text, text, text, text, async (subject, name, id, reference) => {
      const raw = await composeLetter({
        ...reply,
        to: [{ name, address: 'hana@example.com' }],
        subject,
        inReplyTo: { headerMessageId: id, references: [reference] },
      });
      const allowed =
        /^(From|To|Subject|Message-ID|In-Reply-To|References|Content-Transfer-Encoding|Content-Type|Date|MIME-Version): /i;
      const lines = headersOf(raw);
      expect(lines.filter((line) => !allowed.test(`${line} `))).toEqual([]);
      expect(lines.filter((line) => /^To:/i.test(line))).toHaveLength(1);
      const { to } = await parseMessage(raw);
      expect(to.map(({ address }) => address)).toEqual(['hana@example.com']);
    }),
  );
});
