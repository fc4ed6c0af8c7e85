import { expect, it } from 'vitest';
import { replySubject } from '../../../shared/letter/reply-subject.ts';

const subjects = [
  'Ferries',
  'Re: Ferries',
  'RE: re: Ferries',
  'Re[2]: Ferries',
  '返信：記事',
  ' ',
  '',
  'A\r\nBcc: ken@example.org',
];

it('says "Re:" once', () => {
  expect(subjects.map(replySubject)).toEqual([
    'Re: Ferries',
    'Re: Ferries',
    'Re: Ferries',
    'Re: Ferries',
    'Re: 記事',
    'Re:',
    'Re:',
    'Re: A Bcc: ken@example.org',
  ]);
});
