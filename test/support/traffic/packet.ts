export type Packet = {
  readonly source: string;
  readonly destination: string;
  /** What IP says that it carries (IANA protocol numbers); null when it is not IP at all. */
  readonly protocol: number | null;
  /** Null where there are none, as in the later pieces of a packet that was cut up. */
  readonly ports: { readonly source: number; readonly destination: number } | null;
  /** IPv4's time to live, IPv6's hop limit. */
  readonly hopLimit: number;
  /** What the ports' protocol carries; else what IP carries. */
  readonly payload: Buffer;
};

export const icmp6 = 58;
export const tcp = 6;
export const udp = 17;

const hopByHop = 0;

/** A packet by what stands in front of it, `ethertype`. Cut short or unknown, it is no IP packet. */
export function readPacket(ethertype: number, bytes: Buffer): Packet {
  if (ethertype === 0x0800 && bytes.length >= 20) return readIp4(bytes);
  if (ethertype === 0x86dd && bytes.length >= 40) return readIp6(bytes);
  const what = `ethertype 0x${ethertype.toString(16).padStart(4, '0')}`;
  const nowhere = { source: what, destination: what, protocol: null, ports: null, hopLimit: 0 };
  return { ...nowhere, payload: bytes };
}

/** RFC 791 3.1. */
function readIp4(bytes: Buffer): Packet {
  const isWhole = (bytes.readUInt16BE(6) & 0x3fff) === 0;
  const protocol = bytes.readUInt8(9);
  const content = bytes.subarray((bytes.readUInt8(0) & 15) * 4, lengthOf(bytes, 2, 0));
  return {
    source: [...bytes.subarray(12, 16)].join('.'),
    destination: [...bytes.subarray(16, 20)].join('.'),
    protocol,
    hopLimit: bytes.readUInt8(8),
    ...(isWhole ? readTransport(protocol, content) : { ports: null, payload: content }),
  };
}

/** RFC 8200 3. Of the headers between only the one that MLD has is looked behind. */
function readIp6(bytes: Buffer): Packet {
  let protocol = bytes.readUInt8(6);
  let content = bytes.subarray(40, lengthOf(bytes, 4, 40));
  if (protocol === hopByHop && content.length >= 8) {
    protocol = content.readUInt8(0);
    content = content.subarray((content.readUInt8(1) + 1) * 8);
  }
  return {
    source: ip6Text(bytes.subarray(8, 24)),
    destination: ip6Text(bytes.subarray(24, 40)),
    protocol,
    hopLimit: bytes.readUInt8(7),
    ...readTransport(protocol, content),
  };
}

/** The kernel hands over what it will cut up later with a length of 0: then it is all there is. */
function lengthOf(bytes: Buffer, offset: number, more: number): number {
  const length = bytes.readUInt16BE(offset);
  return length === 0 ? bytes.length : length + more;
}

function readTransport(protocol: number, content: Buffer): Pick<Packet, 'ports' | 'payload'> {
  const least = protocol === tcp ? 20 : 8;
  if ((protocol !== tcp && protocol !== udp) || content.length < least)
    return { ports: null, payload: content };
  const ports = { source: content.readUInt16BE(0), destination: content.readUInt16BE(2) };
  // RFC 9293 3.1: the data offset, in words of four bytes.
  const header = protocol === tcp ? (content.readUInt8(12) >> 4) * 4 : 8;
  return { ports, payload: content.subarray(header) };
}

/** As RFC 5952 writes it. */
export function ip6Text(bytes: Buffer): string {
  const groups = Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2));
  const long = groups.map((group) => group.toString(16)).join(':');
  return new URL(`http://[${long}]`).hostname.slice(1, -1);
}
