import { type Packet, readPacket } from './packet.ts';

const magic = 0xa1b2c3d4;
/** LINKTYPE_LINUX_SLL2: what tcpdump writes for all interfaces at once. */
const cooked = 276;
const cookedHeader = 20;

/**
 * The packets of a capture file (libpcap's format, of this machine's byte order). Throws where it
 * cannot vouch for the whole: another format, or a packet that was not kept to its end.
 */
export function readCapture(file: Buffer): Packet[] {
  if (file.length < 24 || file.readUInt32LE(0) !== magic) throw new Error('not a capture');
  if ((file.readUInt32LE(20) & 0xffff) !== cooked) throw new Error('not of all interfaces');
  const packets: Packet[] = [];
  for (let at = 24; at < file.length; ) {
    const [kept, whole] = [file.readUInt32LE(at + 8), file.readUInt32LE(at + 12)];
    const bytes = file.subarray(at + 16, at + 16 + kept);
    if (kept !== whole || bytes.length !== kept) throw new Error('a packet was cut short');
    packets.push(readPacket(bytes.readUInt16BE(0), bytes.subarray(cookedHeader)));
    at += 16 + kept;
  }
  return packets;
}
