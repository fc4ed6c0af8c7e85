import { expect, it } from 'vitest';
import { replySubject as engineSubject } from '../../../main/engine/services/compose-letter.ts';
import { replySubject } from '../../../renderer/composer/reply-subject.ts';

const subjects = [
  'Ferries',
  'Re: Ferries',
  'RE: re: Ferries',
  'Re[2]: Ferries',
  '返信：記事',
  ' ',
  '',
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
  ]);
});

it('shows the subject that the engine will send', () => {
  expect(subjects.map(replySubject)).toEqual(subjects.map(engineSubject));
});
