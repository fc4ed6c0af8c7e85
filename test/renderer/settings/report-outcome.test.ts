import { expect, it } from 'vitest';
import { canTrust, hasPassed } from '../../../renderer/settings/report-outcome.ts';
import { type ConnectionReport, connectionSteps } from '../../../shared/model/account.ts';

type Server = ConnectionReport['imap'];

const passed: Server = {
  checks: connectionSteps.map((step) => ({ step, outcome: 'passed', error: null })),
  certificate: null,
};
const certificate = {
  fingerprint: Array.from({ length: 32 }, () => 'AB').join(':'),
  subject: 'CN=imap.news.example',
  issuer: 'CN=imap.news.example',
  validFrom: 'Nov  1 00:00:00 2026 GMT',
  validTo: 'Nov  1 00:00:00 2027 GMT',
  selfSigned: true,
};

function failedAt(failed: string, shown: Server['certificate']): Server {
  return {
    checks: connectionSteps.map((step) => ({
      step,
      outcome: step === failed ? 'failed' : 'skipped',
      error: null,
    })),
    certificate: shown,
  };
}

it('calls a test passed only when both servers passed every step', () => {
  expect(hasPassed({ imap: passed, smtp: passed })).toBe(true);
  expect(hasPassed({ imap: passed, smtp: failedAt('login', null) })).toBe(false);
});

it('offers trust only when the certificate is what failed', () => {
  expect(canTrust(failedAt('certificate', certificate))).toBe(true);
  expect(canTrust(failedAt('login', certificate))).toBe(false);
  expect(canTrust(failedAt('certificate', null))).toBe(false);
});
