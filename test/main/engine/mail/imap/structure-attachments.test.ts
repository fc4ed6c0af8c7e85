import { expect, it } from 'vitest';
import { structureAttachments } from '../../../../../main/engine/mail/imap/structure-attachments.ts';

it('names the files of a letter, and neither its texts nor what is inside of a letter in it', () => {
  const attachments = structureAttachments({
    type: 'multipart/mixed',
    childNodes: [
      {
        type: 'multipart/related',
        childNodes: [
          { type: 'text/html', encoding: 'quoted-printable', size: 10 },
          {
            type: 'image/png',
            id: '<logo@x>',
            disposition: 'inline',
            encoding: 'BASE64',
            size: 78,
          },
        ],
      },
      {
        type: 'text/plain',
        disposition: 'attachment',
        dispositionParameters: { filename: 'a.txt' },
        size: 5,
      },
      {
        type: 'application/pdf',
        parameters: { name: '記事.pdf' },
        encoding: 'base64',
        size: 78_000,
      },
      { type: 'message/rfc822', childNodes: [{ type: 'text/plain', size: 3 }], size: 100 },
    ],
  });
  expect(attachments).toEqual([
    {
      index: 0,
      filename: null,
      mimeType: 'image/png',
      size: 57,
      contentId: 'logo@x',
      inline: true,
    },
    {
      index: 1,
      filename: 'a.txt',
      mimeType: 'text/plain',
      size: 5,
      contentId: null,
      inline: false,
    },
    {
      index: 2,
      filename: '記事.pdf',
      mimeType: 'application/pdf',
      size: 57_000,
      contentId: null,
      inline: false,
    },
    {
      index: 3,
      filename: null,
      mimeType: 'message/rfc822',
      size: 100,
      contentId: null,
      inline: false,
    },
  ]);
});

it('ends with a structure that does not', () => {
  let deep = { type: 'text/plain' } as Parameters<typeof structureAttachments>[0] & object;
  for (let depth = 0; depth < 10_000; depth += 1)
    deep = { type: 'multipart/mixed', childNodes: [deep] };
  expect(structureAttachments(deep)).toEqual([]);
  const wide = Array.from({ length: 5_000 }, () => ({ type: 'image/png' }));
  expect(structureAttachments({ type: 'multipart/mixed', childNodes: wide }).length).toBeLessThan(
    200,
  );
  expect(structureAttachments(undefined)).toEqual([]);
});
