import { expect, it } from 'vitest';
import { checkNewPassphrase } from '../../../../main/engine/keyring/check-passphrase.ts';

const codeOf = (passphrase: string, name = 'Hana Ito') => {
  const checked = checkNewPassphrase(passphrase, name);
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
])('refuses %s', (passphrase) => {
  expect(codeOf(passphrase)).toBe('passphrase-common');
});

it.each(['lantern ferry orchard nine', '港の箱と手紙の夜明け'])('takes %s', (passphrase) => {
  expect(codeOf(passphrase)).toBe('good');
});

it('counts characters, not bytes, and refuses nine', () => {
  expect(codeOf('港の箱と手紙の夜明')).toBe('passphrase-too-short');
});

it('refuses the person’s own name', () => {
  expect(codeOf('Hanako Watanabe', 'Hanako Watanabe')).toBe('passphrase-common');
});
