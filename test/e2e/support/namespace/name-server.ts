import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { askedName } from '../../../support/traffic/asked-name.ts';

/** Knows the IPv4 addresses of a few hosts, and that there are no others. RFC 1035 4.1. */
export async function startNameServer(
  address: string,
  hosts: ReadonlyMap<string, string>,
): Promise<{ readonly stop: () => void }> {
  const socket = createSocket('udp4');
  socket.on('message', (query, { address: from, port }) => {
    const host = hosts.get(askedName(query) ?? '');
    const questionEnd = query.indexOf(0, 12) + 5;
    const isForIp4 = query.readUInt16BE(questionEnd - 4) === 1;
    const answers = host !== undefined && isForIp4 ? [addressRecord(host)] : [];
    const header = Buffer.from(query.subarray(0, 12));
    // A response of an authority; 3: there is no such name.
    header.writeUInt16BE(0x8580 | (host === undefined ? 3 : 0), 2);
    header.writeUInt16BE(answers.length, 6);
    header.writeUInt32BE(0, 8);
    const response = Buffer.concat([header, query.subarray(12, questionEnd), ...answers]);
    socket.send(response, port, from);
  });
  socket.bind(53, address);
  await once(socket, 'listening');
  return { stop: () => socket.close() };
}

/** For the name of the question, which a pointer repeats; good for a second. */
function addressRecord(host: string): Buffer {
  const head = [0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4];
  return Buffer.from([...head, ...host.split('.').map(Number)]);
}
