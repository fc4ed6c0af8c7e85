import { isIP } from 'node:net';
import { type ConnectionOptions, checkServerIdentity, type PeerCertificate } from 'node:tls';

export type TrustedServer = {
  readonly host: string;
  readonly trustedFingerprint: string | null;
  /** PEM of the certificate behind the fingerprint. */
  readonly trustedCertificate: string | null;
};

/** Thrown through TLS when a server shows another certificate than the one that staff trusted. */
export const certificateChanged = 'FUMIBAKO_CERTIFICATE_CHANGED';

/**
 * How every connection of an account verifies its server: by the system's authorities and the host
 * name, or, where staff trusted one certificate, by that certificate and nothing else.
 */
export function tlsOptions(server: TrustedServer): ConnectionOptions {
  const common: ConnectionOptions = {
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
    // RFC 6066 3: a literal address is not sent as a server name.
    ...(isIP(server.host) === 0 ? { servername: server.host } : {}),
  };
  const { trustedFingerprint, trustedCertificate } = server;
  if (trustedFingerprint === null || trustedCertificate === null) {
    return {
      ...common,
      // Against the host we were told to reach, also where the library passes another name.
      checkServerIdentity: (_, certificate) => checkServerIdentity(server.host, certificate),
    };
  }
  return {
    ...common,
    ca: [trustedCertificate],
    // The trusted certificate may have been issued by an authority of the company's own.
    allowPartialTrustChain: true,
    checkServerIdentity: (_, certificate) => comparePinned(certificate, trustedFingerprint),
  };
}

function comparePinned(certificate: PeerCertificate, trusted: string): Error | undefined {
  if (certificate.fingerprint256 === trusted) return undefined;
  return Object.assign(new Error('not the trusted certificate'), { code: certificateChanged });
}
