import type { ConnectionReport } from '../../shared/model/account.ts';

/** Whether every step passed on both servers. */
export function hasPassed({ imap, smtp }: ConnectionReport): boolean {
  return [...imap.checks, ...smtp.checks].every(({ outcome }) => outcome === 'passed');
}

/** Whether the certificate is what failed, so that trusting it is a way on. */
export function canTrust({ checks, certificate }: ConnectionReport['imap']): boolean {
  return (
    certificate !== null &&
    checks.some(({ step, outcome }) => step === 'certificate' && outcome === 'failed')
  );
}
