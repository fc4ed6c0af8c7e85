import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replyRecipient } from '../../../../main/engine/policy/reply-recipient.ts';

const own = 'world-services@minato.example';
const hana = { name: 'Hana Sato', address: 'hana@example.com' };
const ken = { name: 'Ken', address: 'ken@example.org' };
const letter = { from: hana, replyTo: [], automation: 'no' as const };

it('answers the reader who wrote', () => {
  expect(replyRecipient(letter, own)).toEqual({ allowed: true, recipient: hana });
});

it('answers where the reader asked for answers', () => {
  expect(replyRecipient({ ...letter, replyTo: [ken] }, own)).toEqual({
    allowed: true,
    recipient: ken,
  });
});

it('takes an address that is named twice for one', () => {
  const again = { name: 'Kenji', address: 'KEN@example.org' };
  expect(replyRecipient({ ...letter, replyTo: [ken, again] }, own).allowed).toBe(true);
});

it('answers nobody when there are several to choose from', () => {
  expect(replyRecipient({ ...letter, replyTo: [ken, hana] }, own)).toEqual({
    allowed: false,
    reason: 'several-addresses',
  });
});

it.each(['bounce', 'auto-replied'] as const)('answers no machine: %s', (automation) => {
  expect(replyRecipient({ ...letter, automation }, own)).toEqual({
    allowed: false,
    reason: 'automatic',
  });
});

it.each(['', 'World-Services@Minato.example'])(
  'does not answer the section itself, or nobody: "%s"',
  (address) => {
    expect(replyRecipient({ ...letter, from: { name: '', address } }, own)).toEqual({
      allowed: false,
      reason: 'no-reader',
    });
  },
);

it.each([
  'hana',
  'hana@',
  'hana@example.com, ken@example.org',
  'hana@example.com\r\nBcc: ken@example.org',
  'hana@example.com>\r\nRCPT TO:<ken@example.org',
  `${'a'.repeat(300)}@example.com`,
])('sends nothing to what is not one address: %j', (address) => {
  expect(replyRecipient({ ...letter, from: { name: '', address } }, own)).toEqual({
    allowed: false,
    reason: 'invalid-address',
  });
});

it('never allows an address that nobody in the message named, or one with room for a second', () => {
  const person = fc.record({
    name: fc.string(),
    address: fc.oneof(fc.emailAddress(), fc.string()),
  });
  fc.assert(
    fc.property(person, fc.array(person, { maxLength: 3 }), (from, replyTo) => {
      const answer = replyRecipient({ from, replyTo, automation: 'no' }, own);
      if (!answer.allowed) return;
      const named = [from, ...replyTo].map(({ address }) => address);
      expect(named).toContain(answer.recipient.address);
      expect(answer.recipient.address).toMatch(/^[^\s<>,;"]+@[^\s<>,;"@]+$/);
    }),
  );
});
