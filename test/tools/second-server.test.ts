import { expect, it } from 'vitest';
import { packagesOf } from '../../tools/setup/second-server.mjs';

it('takes what is missing for the second server, and no mail system for the machine', () => {
  const plan = [
    'Reading package lists...',
    'Inst libical3 (3.0.16-1+b1 Debian:12.15/oldstable [amd64])',
    'Inst exim4-base (4.96 Debian:12.15/oldstable [amd64])',
    'Inst libgnutls28-dev [3.7.9] (3.7.10 Debian:12.15/oldstable [amd64]) []',
    'Inst cyrus-imapd (3.6.1 Debian:12.15/oldstable [amd64])',
    'Conf cyrus-imapd (3.6.1 Debian:12.15/oldstable [amd64])',
  ].join('\n');
  expect(packagesOf(plan)).toEqual(['libical3', 'libgnutls28-dev', 'cyrus-imapd']);
});
