import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export type ScriptedServer = {
  readonly port: number;
  /** Everything that clients have said. */
  readonly heard: () => string;
};

/**
 * A loopback port where something listens that is no proper mail server: it greets as told, then
 * answers each thing that it hears. Ended when the test ends.
 */
export async function scriptedServer(
  greet: (socket: Socket) => void,
  answer: (heard: string, socket: Socket) => void = () => undefined,
): Promise<ScriptedServer> {
  let heard = '';
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      heard += data.toString('latin1');
      answer(data.toString('latin1'), socket);
    });
    greet(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, heard: () => heard };
}

/** An IMAP server that knows nothing but its greeting. */
export const plainImap = () =>
  scriptedServer(
    (socket) => socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n'),
    (heard, socket) => {
      const [tag = '*', command = ''] = heard.split(/\s/);
      if (/capability/i.test(command)) socket.write('* CAPABILITY IMAP4rev1\r\n');
      const verdict = /capability/i.test(command) ? 'OK' : 'BAD';
      socket.write(`${tag} ${verdict} ${command}\r\n`);
    },
  );

/** An SMTP server that takes passwords in clear and has nothing better. */
export const plainSmtp = () =>
  scriptedServer(
    (socket) => socket.write('220 ready\r\n'),
    (heard, socket) => {
      if (/^EHLO/i.test(heard)) socket.write('250-hello\r\n250 AUTH PLAIN LOGIN\r\n');
      else socket.write('502 5.5.1 No such command\r\n');
    },
  );
