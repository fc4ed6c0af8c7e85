import { expect, it } from 'vitest';
import { lookedUpNames, type Permitted, readableTexts, strayPackets } from './judge-packets.ts';
import { icmp6, type Packet, tcp, udp } from './packet.ts';

const permitted: Permitted = {
  own: ['10.0.0.1'],
  mailServers: [{ address: '10.0.0.2', port: 993 }],
  nameServer: { address: '10.0.0.53', port: 53 },
  names: ['imap.example'],
  testPorts: [4000],
};

type Ends = readonly [source: string, sourcePort: number, destination: string, port: number];

function packet(protocol: number, ends: Ends, payload: Buffer | string = ''): Packet {
  const [source, sourcePort, destination, port] = ends;
  const ports = { source: sourcePort, destination: port };
  return { source, destination, protocol, ports, hopLimit: 64, payload: Buffer.from(payload) };
}

const toImap: Ends = ['10.0.0.1', 5000, '10.0.0.2', 993];
const fromImap: Ends = ['10.0.0.2', 993, '10.0.0.1', 5000];
const toNames: Ends = ['10.0.0.1', 5000, '10.0.0.53', 53];

function query(name: string, flags = 0x01): Buffer {
  const labels = name.split('.').map((label) => `${String.fromCharCode(label.length)}${label}`);
  return Buffer.from(
    `\x00\x01${String.fromCharCode(flags)}\x00\x00\x01\x00\x00\x00\x00\x00\x00${labels.join('')}\x00\x00\x01\x00\x01`,
    'latin1',
  );
}

/** RFC 4861 and RFC 3810, as the kernel sends them. */
function icmp(type: number, hopLimit: number, groups: readonly string[] = []): Packet {
  const records = groups.map((hex) => Buffer.from(`04000000${hex}`, 'hex'));
  const head = Buffer.from([type, 0, 0, 0, 0, 0, 0, groups.length]);
  return {
    source: 'fe80::1',
    destination: 'ff02::16',
    protocol: icmp6,
    ports: null,
    hopLimit,
    payload: Buffer.concat([head, ...records]),
  };
}
const solicitedNode = 'ff0200000000000000000001ff000001';
const multicastDns = 'ff0200000000000000000000000000fb';

it.each([
  ['mail', packet(tcp, toImap)],
  ['its answer', packet(tcp, fromImap)],
  ['a look-up of a mail server', packet(udp, toNames, query('IMAP.example'))],
  ['what drives the test', packet(tcp, ['127.0.0.1', 5000, '127.0.0.1', 4000])],
  ['a router solicitation', icmp(133, 255)],
  ['a report of the kernel’s own groups', icmp(143, 1, [solicitedNode])],
])('takes %s as permitted', (_, one) => {
  expect(strayPackets([one], permitted)).toEqual([]);
});

it.each([
  ['another port of the mail server', packet(tcp, ['10.0.0.1', 5000, '10.0.0.2', 143])],
  ['another host', packet(tcp, ['10.0.0.1', 5000, '198.51.100.1', 993])],
  ['a datagram to the mail server', packet(udp, toImap)],
  ['a stranger at the mail server', packet(tcp, ['10.0.0.9', 5000, '10.0.0.2', 993])],
  ['a look-up of another name', packet(udp, toNames, query('tracker.example'))],
  ['what is no look-up on its port', packet(udp, toNames, 'smuggled out')],
  ['an update of names', packet(udp, toNames, query('imap.example', 0x28))],
  [
    'a name server elsewhere',
    packet(udp, ['10.0.0.1', 5000, '8.8.8.8', 53], query('imap.example')),
  ],
  ['names over TCP', packet(tcp, toNames, query('imap.example'))],
  ['multicast DNS', packet(udp, ['10.0.0.1', 5353, '224.0.0.251', 5353])],
  ['another port of 127.0.0.1', packet(tcp, ['127.0.0.1', 5000, '127.0.0.1', 4001])],
  ['the test’s port on another address', packet(tcp, ['10.0.0.1', 5000, '10.0.0.1', 4000])],
  ['a datagram to the test’s port', packet(udp, ['127.0.0.1', 5000, '127.0.0.1', 4000])],
  ['a piece without ports', { ...packet(tcp, toImap), ports: null }],
  ['a solicitation from afar', icmp(133, 64)],
  ['a ping', icmp(128, 255)],
  ['a report of multicast DNS', icmp(143, 1, [solicitedNode, multicastDns])],
])('reports %s', (_, one) => {
  expect(strayPackets([one], permitted)).toHaveLength(1);
});

it('names each look-up once', () => {
  const packets = ['b.example', 'a.example', 'b.example'].map((name) =>
    packet(udp, toNames, query(name)),
  );
  expect(lookedUpNames(packets, permitted)).toEqual(['a.example', 'b.example']);
});

it.each(['utf8', 'utf16le', 'base64', 'hex'] as const)(
  'reads a text in %s, across two packets, on its way to a mail server',
  (coding) => {
    const text = '灯台の写真について';
    const bytes = Buffer.from(text, coding === 'utf16le' ? coding : 'utf8');
    const said = Buffer.from(
      coding === 'base64' || coding === 'hex' ? `x${bytes.toString(coding)}` : bytes,
    );
    const packets = [said.subarray(0, 7), Buffer.from('between'), said.subarray(7)].map(
      (piece, index) => packet(tcp, index === 1 ? fromImap : toImap, piece),
    );
    expect(readableTexts(packets, [text, 'not said at all'], permitted)).toEqual([text]);
  },
);

it('does not listen to what drives the test', () => {
  const driven = packet(tcp, ['127.0.0.1', 4000, '127.0.0.1', 5000], 'a secret of the screen');
  expect(readableTexts([driven], ['a secret of the screen'], permitted)).toEqual([]);
});
