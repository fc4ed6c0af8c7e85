import { expect, it } from 'vitest';
import { companyDomain } from '../../../../main/engine/policy/company-domain.ts';
import { passesFor } from '../../../../main/engine/policy/look-alike.ts';
import { toDomain } from '../../../../shared/domain-name.ts';

const company = 'minato.example';

it.each([
  'minat0.example',
  'minato.exarnple',
  'minatо.example',
  'mínato.example',
  'mianto.example',
  'minat.example',
  'minatoo.example',
  'minato-example.test',
  'minato.example.evil.test',
  'minato.test',
])('knows %s for what passes for the company’s', (domain) => {
  expect(passesFor(toDomain(domain) ?? '', [company])).toBe(company);
});

it.each(['reader.example', 'mail.minato.example', 'tomina.test', '日本.example'])(
  'takes %s for what it is',
  (domain) => {
    expect(passesFor(toDomain(domain) ?? '', [company])).toBeNull();
  },
);

it.each([
  ['Minato.Example', 'minato.example'],
  ['@minato.example', 'minato.example'],
  [' ｍinato.example. ', 'minato.example'],
  ['日本.example', 'xn--wgv71a.example'],
])('lists %s as %s', (typed, domain) => {
  expect(companyDomain(typed)).toBe(domain);
});

it.each([
  'gmail.com',
  'YAHOO.co.jp',
  'co.jp',
  'example',
  '127.0.0.1',
  '[::1]',
  'ken@minato.example',
  'minato example',
  '*.example',
  'minato.example/x',
  '',
])('does not list %s, where others have addresses too or nobody has', (typed) => {
  expect(companyDomain(typed)).toBeNull();
});
