import type { Canary } from '../../../support/canary.ts';
import { trackingHtml } from './tracking-html.ts';

const word = (text: string) => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;

/** A letter in plain text with a file, which a second reader got a copy of. */
export function plainLetter(reader: Canary, copied: Canary): string {
  return letter(reader, [`Cc: ${word(copied.name)} <${copied.address}>`], 'mixed', [
    ['Content-Type: text/plain; charset=utf-8', reader.words],
    [
      `Content-Type: text/plain; charset=utf-8\r\nContent-Disposition: attachment; filename*=UTF-8''${encodeURIComponent(reader.attachment)}.txt`,
      reader.attachment,
    ],
  ]);
}

/** The same in HTML, with everything in it that tries to fetch or to tell who reads it. */
export function htmlLetter(reader: Canary): string {
  return letter(reader, [], 'alternative', [
    ['Content-Type: text/plain; charset=utf-8', reader.words],
    ['Content-Type: text/html; charset=utf-8', trackingHtml(reader)],
  ]);
}

function letter(
  { name, address, subject }: Canary,
  headers: readonly string[],
  kind: 'mixed' | 'alternative',
  parts: readonly (readonly [header: string, content: string])[],
): string {
  return [
    `From: ${word(name)} <${address}>`,
    'To: desk@minato.example',
    ...headers,
    `Subject: ${word(subject)}`,
    `Message-ID: <${address}>`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/${kind}; boundary=part`,
    ...parts.flatMap(([header, content]) => [
      '',
      '--part',
      header,
      'Content-Transfer-Encoding: 8bit',
      '',
      content,
    ]),
    '--part--',
    '',
  ].join('\r\n');
}
