import type { Socket } from 'node:net';

export type MailProtocol = 'imap' | 'smtp';

/** The server does not offer STARTTLS, or refused it. */
const startTlsMissing = 'FUMIBAKO_STARTTLS_MISSING';

/** A greeting or answer longer than this is not a mail server's. Bytes. */
const longestAnswer = 64 * 1024;

/**
 * Takes a fresh connection to the point where TLS may begin (RFC 9051 6.2.1, RFC 3207 4), sending
 * nothing but the request for it. Throws with a code when the server has none.
 */
export async function requestStartTls(socket: Socket, protocol: MailProtocol): Promise<void> {
  const lines = answerReader(socket);
  if (protocol === 'imap') {
    await lines.until(/^\* (OK|PREAUTH)/m);
    socket.write('a1 STARTTLS\r\n');
    const answer = await lines.until(/^a1 (OK|NO|BAD)[^\r\n]*\r\n/m);
    if (!/^a1 OK/m.test(answer)) throw missing(answer);
  } else {
    await lines.until(/^220 [^\r\n]*\r\n/m);
    socket.write('EHLO [127.0.0.1]\r\n');
    const offers = await lines.until(/^\d{3} [^\r\n]*\r\n/m);
    if (!/^250[- ]STARTTLS/im.test(offers)) throw missing(offers);
    socket.write('STARTTLS\r\n');
    const answer = await lines.until(/^\d{3} [^\r\n]*\r\n/m);
    if (!answer.startsWith('220')) throw missing(answer);
  }
  lines.end();
}

function missing(answer: string): Error {
  const response = answer.trim().split(/\r?\n/).at(-1) ?? '';
  return Object.assign(new Error('no STARTTLS'), { code: startTlsMissing, response });
}

function answerReader(socket: Socket) {
  let received = '';
  let look: () => void = () => undefined;
  const take = (chunk: Buffer): void => {
    received += chunk.toString('latin1');
    look();
  };
  socket.on('data', take);
  return {
    /** Everything up to where the pattern is found; the rest is dropped with it. */
    until(pattern: RegExp): Promise<string> {
      return new Promise((resolve, reject) => {
        socket.once('error', reject);
        socket.once('close', () =>
          reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })),
        );
        look = () => {
          if (received.length > longestAnswer) {
            reject(Object.assign(new Error('too long'), { code: 'InvalidResponse' }));
          }
          if (!pattern.test(received)) return;
          const answer = received;
          received = '';
          resolve(answer);
        };
        look();
      });
    },
    end(): void {
      socket.off('data', take);
      // Anything said in clear after the OK could be an attacker's, taken for the server's later.
      if (received !== '')
        throw Object.assign(new Error('early data'), { code: 'STARTTLS_INJECTION' });
    },
  };
}
