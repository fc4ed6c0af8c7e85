import { type AddressInfo, createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { onTestFinished } from 'vitest';
import { type TestCertificate, testCertificate } from './certificate.ts';

/** Where the line is dropped; at a command, in place of the answer to it. */
export const smtpSteps = [
  'connect',
  'greeting',
  'EHLO',
  'STARTTLS',
  'AUTH',
  'MAIL',
  'RCPT',
  'DATA',
  'body',
  'dot',
  'QUIT',
] as const;
type SmtpStep = (typeof smtpSteps)[number];

/** Switched by tests while the server runs. */
type Faults = {
  dropAt?: SmtpStep;
  /** How many messages are asked to come again later. */
  greylist?: number;
  /** By address: what the server says instead of taking it. */
  refuse?: Readonly<Record<string, string>>;
  /** What it says to the message itself. */
  refuseMessage?: string;
  /** The message is taken, and the answer comes when this is settled. */
  answerAfter?: Promise<void>;
  hasNoStartTls?: boolean;
  certificate?: TestCertificate;
};

/** A small SMTP server that does what a good one never would; STARTTLS, then anybody may sign in. */
export async function faultySmtp() {
  const certificate = await testCertificate();
  const faults: Faults = {};
  const received: { readonly rcptTo: readonly string[]; readonly raw: string }[] = [];
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (faults.dropAt === 'connect') return socket.destroy();
    if (faults.dropAt === 'greeting') return socket.end('220 h');
    socket.write('220 ready\r\n');
    speak(socket, false);
  });

  function speak(socket: Socket, isSecure: boolean): void {
    let rcptTo: string[] = [];
    let body: string | null = null;
    let unread = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    const onData = (data: Buffer): void => {
      unread += data.toString('latin1');
      for (;;) {
        if (body !== null) {
          body += unread;
          unread = '';
          if (faults.dropAt === 'body') return void socket.destroy();
          const end = body.indexOf('\r\n.\r\n');
          if (end < 0) return;
          unread = body.slice(end + 5);
          take(body.slice(0, end + 2));
          body = null;
        }
        const at = unread.indexOf('\r\n');
        if (at < 0) return;
        const line = unread.slice(0, at);
        unread = unread.slice(at + 2);
        if (command(line) === 'upgraded') return;
      }
    };
    const take = (raw: string): void => {
      if (faults.refuseMessage !== undefined) return void say(faults.refuseMessage);
      received.push({ rcptTo, raw });
      rcptTo = [];
      if (faults.dropAt === 'dot') return void socket.destroy();
      void (faults.answerAfter ?? Promise.resolve()).then(() => say('250 2.0.0 taken'));
    };
    const command = (line: string): 'upgraded' | undefined => {
      const verb = line.split(/[ :]/)[0]?.toUpperCase() ?? '';
      heard.push(verb);
      // RFC 3207: the greeting of the line that is secured by now is another one.
      if (faults.dropAt === verb) return void socket.destroy();
      const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
      switch (verb) {
        case 'EHLO':
          say('250-hello');
          say(isSecure || faults.hasNoStartTls === true ? '250 AUTH PLAIN' : '250 STARTTLS');
          return;
        case 'STARTTLS': {
          if (faults.hasNoStartTls === true) return void say('502 5.5.1 No such command');
          say('220 go on');
          socket.off('data', onData);
          const { key, certificate: cert } = faults.certificate ?? certificate;
          const secure = new TLSSocket(socket, { isServer: true, key, cert });
          secure.on('error', () => undefined);
          speak(secure, true);
          return 'upgraded';
        }
        case 'AUTH':
          say('235 2.7.0 welcome');
          return;
        case 'RCPT': {
          const greylisted = (faults.greylist ?? 0) > 0;
          if (greylisted) faults.greylist = (faults.greylist ?? 0) - 1;
          const refusal = greylisted ? '451 4.7.1 Greylisted' : faults.refuse?.[address];
          if (refusal === undefined) rcptTo.push(address);
          say(refusal ?? '250 2.1.5 fine');
          return;
        }
        case 'DATA':
          say('354 go on');
          body = '';
          return;
        case 'QUIT':
          socket.end('221 bye\r\n');
          return;
        default:
          say('250 2.0.0 fine');
      }
    };
    socket.on('data', onData);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    port: (server.address() as AddressInfo).port,
    certificate,
    faults,
    received,
    /** Every command, in order. */
    heard,
  };
}
