import tls from 'node:tls';
import { afterAll } from 'vitest';

const usual = tls.getCACertificates('default');

/** Has this process trust a certificate beside the usual authorities, as an IT desk would; until the file's tests end. */
export function trustAuthority(certificate: string): void {
  tls.setDefaultCACertificates([...usual, certificate]);
}

afterAll(() => tls.setDefaultCACertificates([...usual]));
