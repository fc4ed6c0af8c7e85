import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isRefused, judgeRecipients } from '../../../../main/engine/policy/judge-recipients.ts';
import type { RecipientFacts } from '../../../../main/engine/policy/recipient-standing.ts';
import { replyRecipient } from '../../../../main/engine/policy/reply-recipient.ts';
import { toAddress } from '../../../../shared/domain-name.ts';
import { type SectionId, sectionIds } from '../../../../shared/model/section.ts';
import {
  companyDomain,
  hostileAddress,
  mayHave,
  ownAddress,
} from '../../../support/hostile-addresses.ts';

const reader = 'mika@reader.example';
const facts: RecipientFacts = {
  readers: [reader],
  ownAddresses: [ownAddress],
  companyDomains: [companyDomain],
  writers: new Set(['bob@reader.example', 'kei@minato.example']),
  excepted: [],
  registrant: null,
};
const role = fc.constantFrom('to', 'cc', 'bcc');
const recipients = fc.array(fc.record({ role, address: hostileAddress }), { maxLength: 3 });

const reply = (...cc: string[]) => ({
  kind: 'reply' as const,
  recipients: [
    { role: 'to' as const, address: reader },
    ...cc.map((address) => ({ role: 'cc' as const, address })),
  ],
});
const forward = (...to: string[]) => ({
  kind: 'forward' as const,
  recipients: to.map((address) => ({ role: 'to' as const, address })),
});
const kinds = (letter: Parameters<typeof judgeRecipients>[0], more: Partial<RecipientFacts> = {}) =>
  judgeRecipients(letter, { ...facts, ...more }).map(({ kind, level }) => `${kind} ${level}`);

it('lets a reply go to its reader, with copies for staff and for the section itself', () => {
  expect(kinds(reply())).toEqual([]);
  expect(kinds(reply('ken@minato.example', 'KEN2@MINATO.EXAMPLE', ownAddress))).toEqual([]);
});

it('lets a forward go to staff, and not to the reader or to nobody', () => {
  expect(kinds(forward('ken@minato.example'))).toEqual([]);
  expect(kinds(forward(reader), { readers: [] })).toEqual(['outside refused']);
  expect(kinds(forward())).toEqual(['nobody refused']);
});

it('refuses whoever is neither, and says for what', () => {
  expect(kinds(reply('eve@evil.test'))).toEqual(['outside refused']);
  expect(kinds(reply('bob@reader.example'))).toEqual(['other-reader refused']);
  expect(kinds(reply('ken@minat0.example'))).toEqual(['look-alike refused']);
  expect(kinds(reply('ken@'))).toEqual(['not-an-address refused']);
  expect(
    kinds({ kind: 'reply', recipients: [{ role: 'to', address: 'ken@minato.example' }] }),
  ).toEqual(['not-reader refused']);
});

it('takes staff for staff when they have written to the section too', () => {
  expect(kinds(reply('kei@minato.example'))).toEqual([]);
});

it('takes a subdomain for another domain, until it is listed itself', () => {
  expect(kinds(reply('ken@mail.minato.example'))).toEqual(['outside refused']);
  expect(
    kinds(reply('ken@mail.minato.example'), { companyDomains: ['mail.minato.example'] }),
  ).toEqual([]);
});

it('lets nobody but the reader have a reply while no domain is listed', () => {
  expect(kinds(reply('ken@minato.example'), { companyDomains: [] })).toEqual(['outside refused']);
});

it('refuses bulk mail: each reader is answered alone, whatever is allowed', () => {
  const both = {
    ...reply(),
    recipients: [...reply().recipients, { role: 'to' as const, address: 'bob@reader.example' }],
  };
  expect(kinds(both, { readers: [reader, 'bob@reader.example'] })).toEqual([
    'several-readers refused',
  ]);
  expect(kinds(reply('bob@reader.example'), { excepted: ['bob@reader.example'] })).toEqual([
    'other-reader refused',
  ]);
});

it('allows by exception a third party, and nothing that only looks right', () => {
  const excepted = ['eve@evil.test', 'ken@minat0.example', 'ken@minato.example'];
  expect(kinds(reply('EVE@evil.test'), { excepted })).toEqual(['outside excepted']);
  expect(kinds(reply('eve@other.test'), { excepted })).toEqual(['outside refused']);
  expect(kinds(reply('ken@minat0.example'), { excepted })).toEqual(['look-alike refused']);
  expect(
    kinds({ kind: 'reply', recipients: [{ role: 'to', address: 'eve@evil.test' }] }, { excepted }),
  ).toEqual(['not-reader refused']);
});

it('names the line of the policy for everything that it refuses but what is no address', () => {
  fc.assert(
    fc.property(recipients, (list) => {
      for (const { kind, line } of judgeRecipients({ kind: 'reply', recipients: list }, facts))
        expect(line === null).toBe(kind === 'not-an-address' || kind === 'nobody');
    }),
  );
});

it('never lets through an address outside the permitted set, whatever the letter answers', () => {
  const person = fc.record({ name: fc.string({ maxLength: 10 }), address: hostileAddress });
  fc.assert(
    fc.property(
      fc.constantFrom('reply', 'forward'),
      person,
      fc.array(person, { maxLength: 3 }),
      recipients,
      (kind, from, replyTo, list) => {
        const target = replyRecipient({ from, replyTo, automation: 'no' }, ownAddress);
        const readers = kind === 'reply' && target.allowed ? [target.recipient.address] : [];
        const all = [...list, ...readers.map((address) => ({ role: 'to' as const, address }))];
        const findings = judgeRecipients({ kind, recipients: all }, { ...facts, readers });
        if (isRefused(findings)) return;
        for (const { address } of all)
          expect(mayHave(toAddress(address) ?? '', readers)).toBe(true);
        const named = [from, ...replyTo].map(({ address }) => toAddress(address)?.toLowerCase());
        for (const one of readers) expect(named).toContain(toAddress(one)?.toLowerCase());
      },
    ),
    { numRuns: 5000 },
  );
});

const registrant = (sectionId: SectionId, ...emails: string[]) => ({
  registrant: { sectionId, emails },
});
const toMember = (...list: readonly [role: 'to' | 'cc' | 'bcc', address: string][]) => ({
  kind: 'registration' as const,
  recipients: list.map(([of, address]) => ({ role: of, address })),
});

it('lets a letter about a registration go to an address of that record alone', () => {
  const theirs = registrant('members', 'mika@reader.example', 'mika@work.example');
  expect(kinds(toMember(['to', 'MIKA@work.example']), theirs)).toEqual([]);
  for (const address of ['bob@reader.example', 'ken@minato.example', ownAddress])
    expect(kinds(toMember(['to', address]), theirs)).toEqual(['not-member refused']);
  expect(
    kinds(toMember(['to', 'mika@reader.example'], ['cc', 'mika@work.example']), theirs),
  ).toEqual(['not-member refused']);
  expect(
    kinds(toMember(['to', 'mika@reader.example'], ['to', 'mika@work.example']), theirs),
  ).toEqual(['several-readers refused']);
  expect(kinds(toMember(), theirs)).toEqual(['nobody refused']);
});

it('refuses a letter about a registration of no member, or out of another section', () => {
  const letterTo = toMember(['to', reader]);
  expect(kinds(letterTo)).toEqual(['not-member refused']);
  expect(kinds(letterTo, registrant('world-services', reader))).toEqual(['not-member refused']);
  expect(kinds(letterTo, { ...registrant('members'), excepted: [reader] })).toEqual([
    'not-member refused',
  ]);
});

it('lets no letter about a registration go anywhere but to that member, whoever else is known', () => {
  const emails = fc.array(hostileAddress, { maxLength: 3 });
  fc.assert(
    fc.property(
      recipients,
      emails,
      emails,
      fc.constantFrom(...sectionIds),
      fc.boolean(),
      (list, record, excepted, sectionId, isOwn) => {
        const own = isOwn
          ? record.slice(0, 1).map((address) => ({ role: 'to' as const, address }))
          : [];
        const all = [...list, ...own];
        const findings = judgeRecipients(
          { kind: 'registration', recipients: all },
          { ...facts, excepted, readers: excepted, registrant: { sectionId, emails: record } },
        );
        if (isRefused(findings)) return;
        expect(sectionId).toBe('members');
        expect(new Set(all.map(({ address }) => toAddress(address)?.toLowerCase())).size).toBe(1);
        const known = record.map((address) => toAddress(address)?.toLowerCase());
        for (const one of all) {
          expect(one.role).toBe('to');
          expect(known).toContain(toAddress(one.address)?.toLowerCase());
        }
      },
    ),
    { numRuns: 5000 },
  );
});
