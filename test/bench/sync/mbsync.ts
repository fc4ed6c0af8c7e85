import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Dovecot } from '../../support/dovecot.ts';

const run = promisify(execFile);

/** Debian's mbsync, pulling folders into a maildir. Each call is one sync; resolves to its milliseconds. */
export function mbsync(
  dovecot: Dovecot,
  user: string,
  folder: string,
  patterns = 'INBOX',
): () => Promise<number> {
  const maildir = join(folder, 'maildir');
  const config = join(folder, 'mbsyncrc');
  const certificate = join(folder, 'certificate.pem');
  mkdirSync(maildir);
  writeFileSync(certificate, dovecot.certificate.certificate);
  writeFileSync(
    config,
    `IMAPAccount bench
Host localhost
Port ${dovecot.imapsPort}
User ${user}
Pass ${dovecot.password}
SSLType IMAPS
CertificateFile ${certificate}

IMAPStore far
Account bench

MaildirStore near
Path ${maildir}/
Inbox ${maildir}/INBOX
SubFolders Verbatim

Channel bench
Far :far:
Near :near:
Patterns ${patterns}
Sync Pull
Create Near
SyncState *
`,
  );
  return async () => {
    const started = performance.now();
    await run('mbsync', ['-c', config, '-q', '-a'], { maxBuffer: 1 << 26 });
    return performance.now() - started;
  };
}
