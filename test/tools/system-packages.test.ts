import { expect, it } from 'vitest';
import { installCommand, missingPackages } from '../../tools/setup/system-packages.mjs';

it('prints a command that can be pasted', () => {
  expect(installCommand(['xvfb', 'dovecot-imapd'])).toBe(
    'sudo apt-get install --yes --no-install-recommends xvfb dovecot-imapd',
  );
});

it('finds what is missing by what it brings, whatever the package is called', () => {
  const wanted = [
    { name: 'libgtk-3-0', library: 'libgtk-3.so.0' },
    { name: 'libnever', library: 'libnever.so.1' },
    { name: 'nodejs', command: 'node' },
    { name: 'never', command: 'a-command-that-nobody-has' },
    { name: 'this-test', file: import.meta.filename },
    { name: 'no-file', file: '/nowhere/at/all' },
  ];
  expect(missingPackages(wanted, 'libgtk-3.so.0 (libc6,x86-64) => /usr/lib/libgtk-3.so.0')).toEqual(
    ['libnever', 'never', 'no-file'],
  );
});
