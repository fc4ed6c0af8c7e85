import { X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export type TestCertificate = {
  readonly certificate: string;
  readonly key: string;
  /** SHA-256, upper-case hex pairs joined by colons. */
  readonly fingerprint: string;
};

/** A self-signed certificate for 127.0.0.1 and localhost, or for another name. */
export async function testCertificate(
  options: { readonly name?: string; readonly notAfter?: Date; readonly notBefore?: Date } = {},
): Promise<TestCertificate> {
  const name = options.name ?? 'localhost';
  const made = await generate([{ name: 'commonName', value: name }], {
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: options.notBefore ?? new Date(Date.now() - 86_400_000),
    notAfterDate: options.notAfter ?? new Date(Date.now() + 30 * 86_400_000),
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: name },
          ...(options.name === undefined ? [{ type: 7 as const, ip: '127.0.0.1' }] : []),
        ],
      },
    ],
  });
  return {
    certificate: made.cert,
    key: made.private,
    fingerprint: new X509Certificate(made.cert).fingerprint256,
  };
}
