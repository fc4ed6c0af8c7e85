import { expect, it } from 'vitest';
import {
  type CheckedLetter,
  checkLetter,
  type LetterFacts,
} from '../../../../main/engine/policy/check-letter.ts';

const mika = { name: 'Mika Mori', address: 'mika@reader.example' };
const facts: LetterFacts = {
  readers: [mika.address],
  ownAddresses: ['world@minato.example'],
  companyDomains: ['minato.example'],
  writers: new Set(),
  excepted: [],
  registrant: null,
  answered: {
    from: mika,
    replyTo: [],
    to: [{ name: '', address: 'World@minato.example' }],
    cc: [
      { name: 'Desk', address: 'desk@minato.example' },
      { name: '', address: 'eve@evil.test' },
    ],
  },
  answeredText: 'Call me at 090-1234-5678.\n> Ken wrote: 03-1234-5678',
  sectionText: 'Minato News, 03-9999-0000',
  memberFacts: [],
  memberReason: null,
  isReaderMail: true,
};
const letter: CheckedLetter = {
  kind: 'reply',
  recipients: [{ role: 'to', address: mika.address }],
  text: 'Thank you.\n\n> Call me at 090-1234-5678.\n\nMinato News, 03-9999-0000',
  html: null,
  attachments: [],
};
const found = (change: Partial<CheckedLetter>, more: Partial<LetterFacts> = {}) =>
  checkLetter({ ...letter, ...change }, { ...facts, ...more }).findings.map(
    ({ kind, about }) => `${kind} ${about}`,
  );

it('has nothing to say of a reply to the reader alone that quotes what is the reader’s own', () => {
  const { findings, disclosure } = checkLetter(letter, facts);
  expect(findings).toEqual([]);
  expect(disclosure).toMatchObject({
    recipients: [{ role: 'to', ...mika, standing: 'reader' }],
    quotes: { reader: true, others: false },
    contacts: [],
    isHtml: false,
  });
});

it('points out what belongs to somebody else, typed or quoted, in the text or in the HTML', () => {
  expect(found({ text: 'Ask bob@other.example, or Ken at 03-1234-5678.' })).toEqual([
    'contact bob@other.example',
    'contact 03-1234-5678',
  ]);
  expect(found({ text: 'See below.\n>> 〒105-0001 東京都港区虎ノ門1-2-3' })).toEqual([
    'contact 〒105-0001 東京都港区虎ノ門1-2-3',
  ]);
  expect(found({ text: 'See', html: '<p>Ask b<b>ob&#64;other.exa</b>mple</p>' })).toEqual([
    'contact bob@other.example',
  ]);
});

it('does not point out the addresses of staff, of the section, or of the reader', () => {
  expect(found({ text: 'desk@minato.example, world@minato.example, MIKA@reader.example' })).toEqual(
    [],
  );
});

it('points out the reader’s own number too once somebody else would read it', () => {
  const recipients = [...letter.recipients, { role: 'cc' as const, address: 'eve@evil.test' }];
  expect(found({ recipients }, { excepted: ['eve@evil.test'] })).toEqual([
    'outside eve@evil.test',
    'contact 090-1234-5678',
  ]);
});

it('lists whom the reader wrote to as well, and who they are', () => {
  expect(checkLetter(letter, facts).copied).toEqual([
    { name: 'Desk', address: 'desk@minato.example', standing: 'staff' },
    { name: '', address: 'eve@evil.test', standing: 'outside' },
  ]);
});

it('says so when answers were asked for at another address, and not of a forward', () => {
  const answered = {
    from: mika,
    to: [],
    cc: [],
    replyTo: [{ name: '', address: 'mika@home.example' }],
  };
  expect(found({}, { answered })).toContain('reply-to-differs mika@home.example');
  const recipients = [{ role: 'to' as const, address: 'desk@minato.example' }];
  expect(found({ kind: 'forward', recipients }, { answered, readers: [] })).toEqual([]);
});

it('tells the reader’s words from those that the reader quoted', () => {
  const quotes = (text: string) => checkLetter({ ...letter, text }, facts).disclosure.quotes;
  expect(quotes('No quote.')).toEqual({ reader: false, others: false });
  expect(quotes('> Call me at\n> 090-1234-5678.')).toEqual({ reader: true, others: false });
  expect(quotes('>> Ken wrote: 03-1234-5678')).toEqual({ reader: false, others: true });
});

it('keeps a letter here that tells something out of a member’s record, until somebody says why', () => {
  const memberFacts = ['1-2-3 Hakodate', '会員 太郎'];
  const text = 'To 会員　太郎';
  expect(found({ text }, { memberFacts })).toEqual(['member-data 会員 太郎']);
  const levels = [null, 'She asked for it'].map(
    (memberReason) =>
      checkLetter({ ...letter, text }, { ...facts, memberFacts, memberReason }).findings[0]?.level,
  );
  expect(levels).toEqual(['refused', 'excepted']);
});
