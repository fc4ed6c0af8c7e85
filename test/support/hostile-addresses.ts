import fc from 'fast-check';

/** The one domain of the company's. */
export const companyDomain = 'minato.example';
export const ownAddress = `world@${companyDomain}`;

const local = fc.constantFrom('ken', 'Desk', 'mika.mori', 'a+b', 'world', 'x'.repeat(64));

const domain = fc.constantFrom(
  companyDomain,
  'MINATO.example',
  'minato.example.',
  'mail.minato.example',
  'minat0.example',
  'minato.exarnple',
  'minаto.example',
  'minato.example.evil.test',
  'minato-example.test',
  'evil-minato.example',
  'minato.example@evil.test',
  'evil.test',
  '日本.example',
  'example',
  '',
  '127.0.0.1',
  '[127.0.0.1]',
);

const trick = fc.constantFrom(
  '',
  '@',
  'undisclosed-recipients:;',
  'staff: ken@minato.example, eve@evil.test;',
  'eve@evil.test,ken@minato.example',
  'eve@evil.test ken@minato.example',
  'ken@minato.example\r\nRCPT TO:<eve@evil.test>',
  'ken@minato.example>\r\nBcc: <eve@evil.test',
  '"eve@evil.test" <ken@minato.example>',
  'ken@minato.example\u0000@evil.test',
  '<ken@minato.example>',
  'ken@minato.example;eve@evil.test',
  'ken%evil.test@minato.example',
  'evil.test!ken@minato.example',
);

/** Addresses as staff, a reader's mail or a damaged store may hold them: honest, look-alike and hostile. */
export const hostileAddress = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(local, domain).map(([before, after]) => `${before}@${after}`) },
  { weight: 1, arbitrary: trick },
  { weight: 1, arbitrary: fc.emailAddress() },
  { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
);

/**
 * Whether an envelope may hold an address at all, found out in another way than the policy does: it
 * is one plain address, of the reader's or right at the company's domain.
 */
export function mayHave(address: string, readers: readonly string[]): boolean {
  if (!/^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/.test(address)) return false;
  const plain = address.toLowerCase();
  return (
    readers.some((reader) => reader.toLowerCase() === plain) || plain.endsWith(`@${companyDomain}`)
  );
}
