import { expect, it } from 'vitest';
import { openableLink } from '../../shared/openable-link.ts';

function mail(address: string) {
  const link = openableLink(address);
  if (link?.kind !== 'mail') throw new Error('not a mail link');
  return link;
}

it('opens a mail link without hidden recipients, body and files', () => {
  expect(
    mail(
      'mailto:editor@minato.example?bcc=spy@evil.example&attach=/etc/passwd&subject=A+B%20c&body=Hello&to=x@evil.example',
    ),
  ).toEqual({
    kind: 'mail',
    url: 'mailto:editor@minato.example?subject=A%2BB%20c',
    address: 'editor@minato.example',
    subject: 'A+B c',
  });
});

it('shows every address that a mail link writes to', () => {
  expect(mail('mailto:a@example.com,b%40example.com')).toMatchObject({
    url: 'mailto:a@example.com,b@example.com',
    address: 'a@example.com, b@example.com',
  });
});

it('keeps a stray percent sign and signs that mail programs might read as their own', () => {
  expect(mail('mailto:100%@example.com').url).toBe('mailto:100%25@example.com');
  expect(mail('mailto:desk+news@example.com').url).toBe('mailto:desk%2Bnews@example.com');
});

it.each([
  'mailto:',
  'mailto:?to=spy@evil.example',
  'mailto:desk',
  'mailto:desk@example.com%3Fbcc=spy@evil.example',
  'mailto:desk@example.com%0D%0ABcc:spy@evil.example',
  'mailto:desk@example.com%20--attach',
  'mailto:desk@example.com%00',
  'mailto:desk@example.com%E2%80%AE',
])('opens no mail program for %s', (address) => {
  expect(openableLink(address)).toBeNull();
});

it('makes one line of a subject', () => {
  const link = mail('mailto:desk@example.com?SUBJECT=Hi%0D%0ABcc:%20spy@evil.example');
  expect(link.subject).toBe('Hi Bcc: spy@evil.example');
  expect(link.url).not.toMatch(/%0[AD]/i);
});

it('opens a web address without its trackers', () => {
  expect(openableLink('https://example.com/?utm_source=mail&id=1')).toEqual({
    kind: 'web',
    url: 'https://example.com/?id=1',
    stripped: ['utm_source'],
  });
});

it.each(['javascript:alert(1)', 'file:///etc/passwd', 'vscode://x', 'data:text/html,x', 'x', ''])(
  'opens nothing for %s',
  (address) => {
    expect(openableLink(address)).toBeNull();
  },
);
