import { createSocket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { marksOf, sectionCanaries } from '../../../support/canary.ts';
import { startDovecot } from '../../../support/dovecot.ts';
import { foreignMarks } from '../../../support/foreign-marks.ts';
import { startSmtpServer } from '../../../support/smtp-server.ts';
import {
  lookedUpNames,
  type Permitted,
  readableTexts,
  strayPackets,
} from '../../../support/traffic/judge-packets.ts';
import { passphrase } from '../set-up.ts';
import { sectionNames, takeTour, userOf } from '../tour/take-tour.ts';
import { captureTraffic } from './capture-traffic.ts';
import { furnishNamespace } from './furnish-namespace.ts';
import { startNameServer } from './name-server.ts';
import { imapPlace, nameServerAddress, ownAddress, smtpPlace } from './places.ts';
import type { TourReport } from './tour-report.ts';

/* In a namespace of its own: the servers, the packaged app, and whoever watches. */
const [, , executable = '', folder = ''] = process.argv;
const canaries = Object.values(sectionCanaries).flat();

await furnishNamespace(folder);
const nameServer = await startNameServer(
  nameServerAddress,
  new Map([imapPlace, smtpPlace].map(({ name, address }) => [name, address])),
);
const dovecot = await startDovecot(sectionNames.map(userOf), { at: imapPlace });
const smtp = await startSmtpServer({ at: smtpPlace });
const secrets = [...canaries.flatMap(marksOf), passphrase, dovecot.password, smtp.password];

const permitted = (testPorts: readonly number[]): Permitted => ({
  own: [imapPlace.address, smtpPlace.address, nameServerAddress, ownAddress],
  mailServers: [
    { address: imapPlace.address, port: dovecot.imapsPort },
    { address: smtpPlace.address, port: smtp.port },
  ],
  nameServer: { address: nameServerAddress, port: 53 },
  names: [imapPlace.name, smtpPlace.name],
  testPorts,
});

/** What the judges say of the traffic during some work, which tells the test's own ports. */
async function watch(name: string, work: () => Promise<readonly number[]>) {
  const capture = await captureTraffic(join(folder, `${name}.pcap`));
  const ports = await work();
  const packets = await capture.stop();
  return {
    packets: packets.length,
    lookUps: lookedUpNames(packets, permitted(ports)),
    strays: strayPackets(packets, permitted(ports)),
    readable: readableTexts(packets, secrets, permitted(ports)),
  };
}

const toured = await watch('tour', () => takeTour({ executable, folder, dovecot, smtp }));
const leaked = await watch('leaks', leak);
const report: TourReport = {
  toured,
  leaked,
  mails: smtp.received.map((mail) => ({
    to: [...mail.rcptTo],
    foreign: foreignMarks(mail, canaries),
  })),
};
await smtp.stop();
await dovecot.stop();
nameServer.stop();
process.send?.(report, () => process.exit());

/** What a leaking app would do. */
async function leak(): Promise<readonly number[]> {
  const [canary] = canaries;
  if (canary === undefined) throw new Error('no canary');
  await lookup('tracker.example').catch(() => undefined);
  const datagrams = createSocket('udp4');
  datagrams.send('a beacon', 9, '198.51.100.77');
  datagrams.send('who is there', 5353, '224.0.0.251');
  const datagrams6 = createSocket('udp6');
  datagrams6.send('a beacon', 9, '2001:db8:bad::77');
  const stray = connect(443, '198.51.100.77').on('error', () => undefined);
  const clear = connect(smtp.port, smtpPlace.address).on('error', () => undefined);
  await once(clear, 'connect');
  clear.end(Buffer.from(canary.address).toString('base64'));
  await once(clear, 'close');
  stray.destroy();
  datagrams.close();
  datagrams6.close();
  return [];
}
