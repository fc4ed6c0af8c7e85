import { execFileSync, spawnSync } from 'node:child_process';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import {
  composeLetter,
  type LetterToCompose,
} from '../../../../../main/engine/services/compose-letter.ts';
import { Charset } from '../../../../../shared/model/section-settings.ts';

/** Python's own parser knows nothing of ours. */
const program = `
import email, json, sys
from email import policy
from email.header import decode_header, make_header
from email.utils import getaddresses
raw = sys.stdin.buffer.read()
mail = email.message_from_bytes(raw, policy=policy.default)
# The newer policy puts a blank between the encoded words of a name, whoever wrote them.
older = email.message_from_bytes(raw, policy=policy.compat32)
def people(name):
    return [[str(make_header(decode_header(n))), a] for n, a in getaddresses([older[name] or ''])]
plain = mail.get_body(('plain',))
rich = mail.get_body(('html',))
print(json.dumps({
  'defects': [str(one) for part in mail.walk() for one in part.defects],
  'subject': mail['subject'],
  'from': people('from'),
  'to': people('to'),
  'cc': people('cc'),
  'date': mail['date'].datetime.isoformat(),
  'text': plain.get_content(),
  'flowed': plain['content-type'].params.get('format'),
  'html': rich.get_content() if rich else None,
  'files': [part.get_filename() for part in mail.iter_attachments()],
}))
`;

/** `npm test` sees to it on Debian; elsewhere it is used where it is. */
const withPython = it.skipIf(spawnSync('python3', ['--version']).status !== 0);

type Parsed = Readonly<Record<string, unknown>> & { readonly text: string };

function parseInPython(raw: Buffer): Parsed {
  return JSON.parse(execFileSync('python3', ['-c', program], { input: raw, encoding: 'utf8' }));
}

const subject = `Re: ${'港の再開についての長い質問と、古い橋の写真の掲載許可のお願い'.repeat(3)}`;
const name = '公益財団法人みなと通信社 海外読者サービス部 編集委員会 事務局 御中';
const reader = '佐藤 "花" 花子, 様';
const filename = `${'橋の写真'.repeat(10)}.png`;
const long = '港は来月から再び開かれます。'.repeat(12);

const letter = {
  sender: { name, address: 'world-services@minato.example' },
  to: [{ name: reader, address: 'hana@example.com' }],
  cc: [{ name: 'Mori, Mika (Desk)', address: 'mika@minato.example' }],
  subject,
  inReplyTo: null,
  text: `${long}\nFrom here\n-- \nみなと通信`,
  html: `<p>${long}</p>`,
  attachments: [{ filename, mimeType: 'image/png', content: Buffer.from('x') }],
  headerMessageId: 'answer@minato.example',
  date: new Date('2026-11-24T09:00:00Z'),
} satisfies LetterToCompose;

describe.each(Charset.options)('in %s', (charset) => {
  withPython(
    'is read by Python as it was written, long Japanese names and subject too',
    async () => {
      const read = parseInPython(await composeLetter({ ...letter, charset }));
      expect(read).toMatchObject({
        defects: [],
        subject,
        from: [[name, 'world-services@minato.example']],
        to: [[reader, 'hana@example.com']],
        cc: [['Mori, Mika (Desk)', 'mika@minato.example']],
        date: '2026-11-24T09:00:00+00:00',
        flowed: 'flowed',
        html: expect.stringContaining(`<p>${long}</p>`),
        files: [filename],
      });
      expect(read.text.replace(/ \r?\n/g, '').replaceAll('\r', '')).toContain(
        `${long}\n From here\n`,
      );
      expect(read.text.replaceAll('\r', '')).toContain('\n-- \nみなと通信');
    },
  );

  it('is read by mailparser as it was written, its lines joined again', async () => {
    const read = await simpleParser(await composeLetter({ ...letter, charset }));
    expect(read.subject).toBe(subject);
    expect(read.from?.value).toEqual([{ name, address: 'world-services@minato.example' }]);
    expect(read.text).toContain(`${long}\n`);
    expect(read.attachments.map(({ filename }) => filename)).toEqual([filename]);
  });

  withPython('stands as plain text alone where nothing else was written', async () => {
    const plain = { ...letter, html: null, attachments: [], charset };
    const read = parseInPython(await composeLetter(plain));
    expect(read).toMatchObject({ defects: [], html: null, files: [], flowed: 'flowed' });
    expect(read.text.replace(/ \r?\n/g, '').replaceAll('\r', '')).toContain(long);
  });

  it('has no line that a server would refuse or cut', async () => {
    const raw = await composeLetter({ ...letter, charset, subject: 'x'.repeat(5000) });
    const lengths = raw
      .toString('latin1')
      .split('\r\n')
      .map((line) => line.length);
    // RFC 5322 2.1.1.
    expect(Math.max(...lengths)).toBeLessThanOrEqual(998);
    expect(raw.toString('latin1')).not.toMatch(/[^\r]\n|\r[^\n]/);
  });
});

withPython(
  'sends a name that does not fit into the older charset as UTF-8, and the rest in that',
  async () => {
    const to = [{ name: '髙橋 花', address: 'hana@example.com' }];
    const raw = await composeLetter({ ...letter, to, charset: 'iso-2022-jp' });
    expect(raw.toString('latin1')).toMatch(/^To: =\?UTF-8\?/m);
    expect(raw.toString('latin1')).toMatch(/^Subject: =\?ISO-2022-JP\?/m);
    expect(parseInPython(raw)).toMatchObject({ to: [['髙橋 花', 'hana@example.com']], subject });
  },
);
