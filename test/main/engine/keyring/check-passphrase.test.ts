import { expect, it } from 'vitest';
import { checkNewPassphrase } from '../../../../main/engine/keyring/check-passphrase.ts';

const codeOf = async (passphrase: string, name = 'Hana Ito') => {
  const checked = await checkNewPassphrase(passphrase, name);
  return checked.ok ? 'good' : checked.error.code;
};

it.each([
  'password123',
  'Passw0rd!!',
  '1234567890',
  'qwertyuiop',
  'aaaaaaaaaaaa',
  'iloveyou123',
  'ｐａｓｓｗｏｒｄ１２３',
])('refuses %s', async (passphrase) => {
  expect(await codeOf(passphrase)).toBe('passphrase-common');
});

it.each(['lantern ferry orchard nine', '港の箱と手紙の夜明け'])('takes %s', async (passphrase) => {
  expect(await codeOf(passphrase)).toBe('good');
});

it('counts characters, not bytes, and refuses nine', async () => {
  expect(await codeOf('港の箱と手紙の夜明')).toBe('passphrase-too-short');
});

it('refuses the person’s own name', async () => {
  expect(await codeOf('Hanako Watanabe', 'Hanako Watanabe')).toBe('passphrase-common');
});
