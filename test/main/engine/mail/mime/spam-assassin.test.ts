import { expect, it } from 'vitest';
import { parseMessage } from '../../../../../main/engine/mail/mime/parse-message.ts';
import { spamAssassin } from '../../../../support/spam-assassin.ts';

/**
 * Half of a character at the end of a subject, lists that wrote their footer behind base64 or into
 * quoted-printable, and two charsets in one text that names none: no charset has all of their bytes.
 */
const broken = [
  'spam-1/00245.f129d5e7df2eebd03948bb4f33fa7107.txt',
  'spam-1/00311.9797029f3ee441b00f3b7521e573cb96.txt',
  'spam-2/00588.44b644374b89ba4885f91f0ed836e622.txt',
  'spam-2/00853.ee1fe2f2d16e8b27be79a670b8597252.txt',
  'spam-2/00960.ae114c0b717c866b821efe032780a8e5.txt',
  'spam-2/01064.50715ffeb13446500895836b77fcee09.txt',
  'spam-2/01072.ac604802c74de2ebc445efc827299b96.txt',
];

it('reads six thousand real messages, and loses no character that its bytes say', async () => {
  const all = spamAssassin();
  expect(all).toHaveLength(6046);
  const lost: string[] = [];
  for (const { name, raw } of all) {
    const { subject, text, html, from, to, cc, attachments } = await parseMessage(raw);
    const people = [...from, ...to, ...cc].map((person) => person.name);
    const names = attachments.map(({ filename }) => filename ?? '');
    const read = [subject, text, html ?? '', ...people, ...names].join('\n');
    if (read.includes('\ufffd')) lost.push(name);
  }
  expect(lost).toEqual(broken);
}, 120_000);

it('takes no letter that people wanted for a bounce, but those that are', async () => {
  const bounces: string[] = [];
  for (const { raw } of spamAssassin('ham')) {
    const { automation, subject } = await parseMessage(raw);
    if (automation === 'bounce') bounces.push(subject.slice(0, 24));
  }
  expect(bounces).toEqual([
    'WARNING. Mail Delayed: R',
    'Returned mail: [SACVS] C',
    'Failed mail: Banned or p',
    'Mail delivery failure',
    'Delayed Mail (still bein',
  ]);
}, 120_000);
