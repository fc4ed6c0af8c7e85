import { expect, it } from 'vitest';
import { attachmentIcon } from '../../renderer/attachment-icon.ts';

it.each([
  ['image/png', 'image'],
  ['IMAGE/JPEG', 'image'],
  ['message/rfc822', 'mail'],
  ['application/zip', 'archive'],
  ['application/x-7z-compressed', 'archive'],
  ['application/pdf', 'file'],
  ['', 'file'],
])('shows %s as %s', (mimeType, icon) => {
  expect(attachmentIcon(mimeType)).toBe(icon);
});
