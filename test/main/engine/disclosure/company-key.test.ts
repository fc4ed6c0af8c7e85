import { generateKey, readKey } from 'openpgp';
import { expect, it } from 'vitest';
import {
  encryptToCompany,
  readCompanyKey,
} from '../../../../main/engine/disclosure/company-key.ts';
import { companyKey, readAsCompany } from '../../../support/company-key.ts';

const at = Date.UTC(2026, 10, 27);
const filename = 'disclosure-1.csv';

it('reads whose key it is and its fingerprint, as OpenPGP has it', async () => {
  const { publicKey } = await companyKey();
  const key = await readKey({ armoredKey: publicKey });
  expect(await readCompanyKey(publicKey, at)).toEqual({
    outcome: 'read',
    fingerprint: key.getFingerprint().toUpperCase(),
    names: ['Minato Travel <keys@travel.example>'],
  });
});

it('encrypts what the company alone reads', async () => {
  const { publicKey, privateKey } = await companyKey();
  const file = await encryptToCompany('\uFEFF"姓"\r\n"森"\r\n', publicKey, { filename, at });
  if (file === null) throw new Error('not encrypted');
  expect(Buffer.from(file).includes('森')).toBe(false);
  expect(await readAsCompany(file, privateKey)).toEqual({
    ...{ text: '\uFEFF"姓"\r\n"森"\r\n', filename },
  });
  const other = await companyKey();
  await expect(readAsCompany(file, other.privateKey)).rejects.toThrow();
});

it.each(['', 'ssh-ed25519 AAAA', '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nAAAA\n'])(
  'takes %j for no key',
  async (text) => {
    expect(await readCompanyKey(text, at)).toEqual({ outcome: 'faulty', code: 'key-unreadable' });
    expect(await encryptToCompany('x', text, { filename, at })).toBe(null);
  },
);

it('takes neither two keys at once nor a private one', async () => {
  const { publicKey, privateKey } = await companyKey();
  const another = await companyKey();
  expect(await readCompanyKey(`${publicKey}\n${another.publicKey}`, at)).toMatchObject({
    code: 'key-unreadable',
  });
  expect(await readCompanyKey(privateKey, at)).toMatchObject({ code: 'key-private' });
  expect(await encryptToCompany('x', privateKey, { filename, at })).toBe(null);
});

it('does not serve once it has expired, nor for signatures alone', async () => {
  const { publicKey } = await companyKey(60);
  expect(await readCompanyKey(publicKey, Date.UTC(2026, 0, 1) + 30_000)).toMatchObject({
    outcome: 'read',
  });
  expect(await readCompanyKey(publicKey, at)).toMatchObject({ code: 'key-unusable' });
  expect(await encryptToCompany('x', publicKey, { filename, at })).toBe(null);
  const signer = await generateKey({
    type: 'curve25519',
    userIDs: [{ name: 'Minato Travel' }],
    subkeys: [{ sign: true }],
    date: new Date(Date.UTC(2026, 0, 1)),
  });
  expect(await readCompanyKey(signer.publicKey, at)).toMatchObject({ code: 'key-unusable' });
});
