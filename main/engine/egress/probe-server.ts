import type { X509Certificate } from 'node:crypto';
import { isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { PresentedCertificate, ServerSettings } from '../../../shared/model/account.ts';
import type { Connect } from './open-socket.ts';
import { type MailProtocol, requestStartTls } from './start-tls.ts';
import { certificateChanged } from './tls-options.ts';

type ProbeStep = 'dns' | 'connect' | 'tls' | 'certificate';

export type Probe = {
  /** The step that failed, with its error; null when all passed. */
  readonly failed: { readonly step: ProbeStep; readonly error: unknown } | null;
  /** What the server presented, once TLS stood. */
  readonly certificate: PresentedCertificate | null;
  readonly pem: string | null;
};

/** Milliseconds for each step. */
const stepTimeout = 10_000;

/**
 * Goes as far as the server's certificate and no further: no login, nothing of the account but its
 * host name leaves. Each step's failure is told apart.
 */
export async function probeServer(
  server: ServerSettings,
  protocol: MailProtocol,
  connect: Connect,
): Promise<Probe> {
  let step: ProbeStep = 'connect';
  let socket: Socket | null = null;
  try {
    socket = await connect(server, { timeout: stepTimeout });
    socket.on('error', () => undefined);
    step = 'tls';
    if (server.security === 'starttls') {
      await within(requestStartTls(socket, protocol), 'GREETING_TIMEOUT');
    }
    const secure = await within(handshake(socket, server.host), 'UPGRADE_TIMEOUT');
    step = 'certificate';
    const peer = secure.getPeerX509Certificate();
    if (peer === undefined) throw new Error('the server presented no certificate');
    const presented = { certificate: describe(peer), pem: peer.toString() };
    const error = verdict(server, secure, peer);
    return { failed: error === null ? null : { step, error }, ...presented };
  } catch (error) {
    const failed = { step: isLookUp(error) ? ('dns' as const) : step, error };
    return { failed, certificate: null, pem: null };
  } finally {
    socket?.destroy();
  }
}

/** Node looks the name up on the way to connecting, and says so. */
function isLookUp(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'getaddrinfo';
}

/** Unverified on purpose: this is how the certificate is looked at before anybody trusts it. */
function handshake(socket: Socket, host: string): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const secure = connectTls({
      socket,
      host,
      rejectUnauthorized: false,
      minVersion: 'TLSv1.2',
      ...(isIP(host) === 0 ? { servername: host } : {}),
    });
    secure.once('secureConnect', () => resolve(secure));
    secure.once('error', (error) => reject(Object.assign(error, { tlsFailed: true })));
    socket.once('close', () => reject(Object.assign(new Error('closed'), { tlsFailed: true })));
  });
}

function verdict(server: ServerSettings, secure: TLSSocket, peer: X509Certificate): unknown {
  const trusted = server.trustedFingerprint;
  if (trusted !== null && trusted !== peer.fingerprint256) return { code: certificateChanged };
  const now = Date.now();
  if (Date.parse(peer.validTo) < now || Date.parse(peer.validFrom) > now) {
    return { code: 'CERT_HAS_EXPIRED' };
  }
  if (trusted !== null) return null;
  if (!secure.authorized) {
    const { authorizationError: reason } = secure as { authorizationError: Error | string | null };
    return { code: typeof reason === 'string' ? reason : codeOf(reason) };
  }
  const matches = isIP(server.host) === 0 ? peer.checkHost(server.host) : peer.checkIP(server.host);
  return matches === undefined ? { code: 'ERR_TLS_CERT_ALTNAME_INVALID' } : null;
}

function codeOf(error: Error | null): string {
  return error !== null && 'code' in error ? String(error.code) : 'CERT_UNTRUSTED';
}

function describe(certificate: X509Certificate): PresentedCertificate {
  return {
    fingerprint: certificate.fingerprint256,
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    validFrom: new Date(certificate.validFrom).toISOString(),
    validTo: new Date(certificate.validTo).toISOString(),
    selfSigned: certificate.issuer === certificate.subject,
  };
}

function oneLine(name: string): string {
  return name.split('\n').join(', ').slice(0, 500);
}

async function within<T>(work: Promise<T>, code: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('too late'), { code })), stepTimeout);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
