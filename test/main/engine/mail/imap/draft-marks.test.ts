import { expect, it } from 'vitest';
import {
  digestOfWords,
  isAsWritten,
  markDraft,
  readDraftMarks,
} from '../../../../../main/engine/mail/imap/draft-marks.ts';

const marked = (words: string | null) =>
  markDraft(Buffer.from('Subject: A question\r\n\r\nDear Hana\r\n'), { draft: null, words });

it('tells a text that was changed from one that was not, without a digest that names the text', () => {
  const digest = digestOfWords('Dear Hana');
  const marks = readDraftMarks(marked(digest));
  expect(isAsWritten(marks, digest)).toBe(true);
  expect(isAsWritten(marks, digestOfWords('Dear Hana, at nine'))).toBe(false);
  expect(marked(digest).toString()).not.toContain(digest.slice(0, 5));
});

it('knows copies that were marked with a whole digest, and takes no mark too short for one', () => {
  const digest = digestOfWords('Dear Hana');
  expect(isAsWritten({ draft: null, words: digest }, digest)).toBe(true);
  for (const words of [null, '', digest.slice(0, 2)])
    expect(isAsWritten({ draft: null, words }, digest)).toBe(false);
});
