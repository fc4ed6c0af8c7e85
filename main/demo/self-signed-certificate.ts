import { X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export type SelfSignedCertificate = {
  readonly keyPem: string;
  readonly certificatePem: string;
  /** SHA-256 over the DER certificate, upper-case hex pairs joined by colons. */
  readonly fingerprint: string;
};

/** Makes a certificate for 127.0.0.1 and localhost, valid for 30 days from `now` (ms). */
export async function createSelfSignedCertificate(now: number): Promise<SelfSignedCertificate> {
  const pems = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    // A day's grace: a test's clock and the system's may differ.
    notBeforeDate: new Date(now - 86_400_000),
    notAfterDate: new Date(now + 30 * 86_400_000),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return {
    keyPem: pems.private,
    certificatePem: pems.cert,
    fingerprint: new X509Certificate(pems.cert).fingerprint256,
  };
}
