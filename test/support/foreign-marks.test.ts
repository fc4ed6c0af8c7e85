import { expect, it } from 'vitest';
import { sectionCanaries } from './canary.ts';
import { foreignMarks } from './foreign-marks.ts';

const canaries = Object.values(sectionCanaries).flat();
const [reader, other] = sectionCanaries['World Services'];

function mail(raw: string, rcptTo: readonly string[] = [reader.address]) {
  return foreignMarks({ mailFrom: 'desk@minato.example', rcptTo, raw: Buffer.from(raw) }, canaries);
}

it('finds nothing in an answer that tells its reader what the reader wrote', () => {
  expect(mail(`To: ${reader.address}\r\n\r\n> ${reader.words}`)).toEqual([]);
});

it.each([
  ['a header', `Cc: ${other.address}\r\n\r\nx`, other.address],
  ['an encoded word', `X: =?UTF-8?B?${Buffer.from(other.name).toString('base64')}?=`, other.name],
  [
    'broken base64',
    Buffer.from(`x ${other.words}`).toString('base64').replace(/.{20}/g, '$&\r\n'),
    other.words,
  ],
  [
    'quoted-printable',
    encodeURIComponent(other.words)
      .replaceAll('%', '=')
      .replace(/(=..){5}/g, '$&=\r\n'),
    other.words,
  ],
  [
    'the name of a file',
    `Content-Disposition: attachment; filename*=UTF-8''${encodeURIComponent(other.attachment)}`,
    other.attachment,
  ],
])('finds what %s tells of another reader', (_, raw, mark) => {
  expect(mail(raw)).toEqual([mark]);
});

it('finds a message to two people, and one to a person who wrote nothing', () => {
  expect(mail('x', [reader.address, other.address])).toHaveLength(1);
  expect(mail('x', ['somebody@else.example'])).toHaveLength(1);
});
