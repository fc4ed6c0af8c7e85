import { expect, it } from 'vitest';
import { promisesAttachment } from '../../../../renderer/composer/attachments/forgotten-attachment.ts';

it.each([
  'Please find the timetable attached.',
  'I attach two photos.',
  'See the attachment.',
  'A map is enclosed.',
  '時刻表を添付します。',
  '添付の地図をご覧ください。',
  '資料を同封いたします。',
])('hears that a file is promised in %j', (text) => {
  expect(promisesAttachment(text, '')).toBe(true);
});

it.each([
  'Thank you for your letter.',
  'Thank you for your attachment.',
  'The photo you attached is of another bridge.',
  'There was no attachment.',
  'お送りいただいた写真を拝見しました。',
  '添付いただいた写真を拝見しました。',
  '写真を添付してください。',
])('hears no promise in %j', (text) => {
  expect(promisesAttachment(text, '')).toBe(false);
});

it('listens to staff alone, not to what they quote, nor to their signature', () => {
  const quote = '\n\nOn Monday, Mika wrote:\n> See the attachment.\nattached, unmarked';
  expect(promisesAttachment(`Thank you.${quote}`, quote)).toBe(false);
  expect(promisesAttachment('Thank you.\n\n> It is attached.\n', '')).toBe(false);
  expect(promisesAttachment('Thank you.\n-- \nAttachments are opened on Mondays.', '')).toBe(false);
  expect(promisesAttachment(`It is attached.${quote}`, quote)).toBe(true);
});
