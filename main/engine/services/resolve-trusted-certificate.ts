import { failure, type Result, success } from '../../../shared/errors.ts';
import type { ServerSettings } from '../../../shared/model/account.ts';
import type { Connect } from '../egress/open-socket.ts';
import { probeServer } from '../egress/probe-server.ts';
import type { MailProtocol } from '../egress/start-tls.ts';
import type { ServerLogin } from '../mail/account.ts';
import { toConnectionError } from '../mail/connection-error.ts';

/**
 * The certificate behind the fingerprint that staff confirmed, as PEM; null when none is trusted
 * beyond the authorities. Asked of the server unless the same one is stored already, and refused
 * when the server shows another one now than staff saw.
 */
export async function resolveTrustedCertificate(
  server: ServerSettings,
  protocol: MailProtocol,
  stored: ServerLogin | null,
  connect: Connect,
): Promise<Result<string | null>> {
  if (server.trustedFingerprint === null) return success(null);
  if (stored?.trustedFingerprint === server.trustedFingerprint && stored.trustedCertificate) {
    return success(stored.trustedCertificate);
  }
  const probe = await probeServer(server, protocol, connect);
  if (probe.failed !== null) return { ok: false, error: toConnectionError(probe.failed.error) };
  return probe.pem === null ? failure('certificate-untrusted') : success(probe.pem);
}
