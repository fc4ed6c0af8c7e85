import type { AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import { expect, it, onTestFinished } from 'vitest';
import { openSocket as connect } from '../../../../../main/engine/egress/open-socket.ts';
import { openSmtp } from '../../../../../main/engine/mail/smtp/open-smtp.ts';
import { testCertificate } from '../../../../support/certificate.ts';

/** An SMTP server that knows a token by the given method alone, and refuses it or not. */
async function serverWith(method: string, verdict: readonly string[]) {
  const { certificate, key, fingerprint } = await testCertificate();
  const heard: string[] = [];
  const answers = [...verdict];
  const server = createServer({ cert: certificate, key }, (socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      const line = data.toString().trim();
      heard.push(line);
      if (line.startsWith('EHLO')) socket.write(`250-hello\r\n250 AUTH ${method}\r\n`);
      else socket.write(`${answers.shift() ?? '250 ok'}\r\n`);
    });
    socket.write('220 ready\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const opened = await openSmtp(
    {
      ...{ host: '127.0.0.1', port, security: 'tls', user: 'world, desk', password: null },
      ...{ trustedFingerprint: fingerprint, trustedCertificate: certificate },
    },
    { connect, accessToken: 'a-token' },
  );
  if (opened.ok) opened.value.connection.close();
  const [, shown = ''] = /^AUTH \S+ (\S+)/.exec(heard[1] ?? '') ?? [];
  return { opened, heard, shown: Buffer.from(shown, 'base64').toString(), port };
}

it('shows a token as RFC 7628 has it where that is what the server takes', async () => {
  const { opened, heard, shown, port } = await serverWith('OAUTHBEARER', ['235 welcome']);
  expect(opened.ok).toBe(true);
  expect(heard[1]).toMatch(/^AUTH OAUTHBEARER /);
  expect(shown).toBe(
    `n,a=world=2C desk,\x01host=127.0.0.1\x01port=${port}\x01auth=Bearer a-token\x01\x01`,
  );
});

it('acknowledges why a token is refused, and says that it was', async () => {
  const why = Buffer.from('{"status":"invalid_token"}').toString('base64');
  const { opened, heard } = await serverWith('OAUTHBEARER', [`334 ${why}`, '535 5.7.8 no']);
  expect(opened).toMatchObject({ error: { code: 'sign-in-refused' } });
  expect(heard[2]).toBe('AQ==');
});
