import { expect, it } from 'vitest';
import { readCapture } from './read-capture.ts';

/** A capture of one packet, as tcpdump writes it. */
function capture(ethertype: number, hex: string, options: { cut?: number; link?: number } = {}) {
  const packet = Buffer.from(hex.replaceAll(' ', ''), 'hex');
  const kept = packet.subarray(0, packet.length - (options.cut ?? 0));
  const header = Buffer.alloc(24);
  header.writeUInt32LE(0xa1b2c3d4, 0);
  header.writeUInt32LE(options.link ?? 276, 20);
  const record = Buffer.alloc(16);
  record.writeUInt32LE(kept.length + 20, 8);
  record.writeUInt32LE(packet.length + 20, 12);
  const cooked = Buffer.alloc(20);
  cooked.writeUInt16BE(ethertype, 0);
  return Buffer.concat([header, record, cooked, kept]);
}

const datagram = '1388 0035 000c 0000 68656c70';

it('reads a datagram over IPv4', () => {
  const ip = '4500 0020 0000 4000 4011 0000 0a4d0001 c6336401';
  expect(readCapture(capture(0x0800, ip + datagram))).toMatchObject([
    {
      source: '10.77.0.1',
      destination: '198.51.100.1',
      protocol: 17,
      ports: { source: 5000, destination: 53 },
      payload: Buffer.from('help'),
    },
  ]);
});

it('reads a datagram over IPv6, and what stands behind the hop-by-hop header', () => {
  const addresses = `fe80${'0'.repeat(27)}1 ff02${'0'.repeat(26)}fb`;
  expect(readCapture(capture(0x86dd, `60000000 000c 11 40 ${addresses}${datagram}`))).toMatchObject(
    [{ source: 'fe80::1', destination: 'ff02::fb', ports: { source: 5000, destination: 53 } }],
  );
  const report = `60000000 0010 00 01 ${addresses} 3a00 050200000100 8f00 000000000000`;
  expect(readCapture(capture(0x86dd, report))).toMatchObject([
    { protocol: 58, hopLimit: 1, ports: null, payload: Buffer.from('8f00000000000000', 'hex') },
  ]);
});

it('gives a later piece of a packet no ports, and what is not IP no protocol', () => {
  const piece = '4500 0020 0000 0002 4011 0000 0a4d0001 c6336401';
  expect(readCapture(capture(0x0800, piece + datagram))).toMatchObject([{ ports: null }]);
  expect(readCapture(capture(0x0806, '0001 0800'))).toMatchObject([
    { protocol: null, source: 'ethertype 0x0806' },
  ]);
});

it('refuses to vouch for a packet that was cut, another kind of capture, and none', () => {
  expect(() => readCapture(capture(0x0800, datagram, { cut: 2 }))).toThrow('cut short');
  expect(() => readCapture(capture(0x0800, datagram, { link: 1 }))).toThrow('all interfaces');
  expect(() => readCapture(Buffer.from('nothing'))).toThrow('not a capture');
});
