import { formsOfText } from '../forms-of-text.ts';
import { askedName } from './asked-name.ts';
import { isKernelChatter } from './kernel-chatter.ts';
import { type Packet, tcp, udp } from './packet.ts';

type Place = { readonly address: string; readonly port: number };

export type Permitted = {
  /** The addresses of this side. */
  readonly own: readonly string[];
  readonly mailServers: readonly Place[];
  readonly nameServer: Place;
  /** The names that may be looked up: those of the mail servers. */
  readonly names: readonly string[];
  /** Ports on 127.0.0.1 by which the test itself drives the app. */
  readonly testPorts: readonly number[];
};

/** Packets that go elsewhere than to a permitted place or ask for another name, each in words. */
export function strayPackets(packets: readonly Packet[], permitted: Permitted): string[] {
  const strays = packets
    .filter((packet) => !isKernelChatter(packet))
    .map((packet) => judge(packet, permitted))
    .filter((words) => words !== null);
  return [...new Set(strays)];
}

/** The names that were looked up, permitted or not. */
export function lookedUpNames(packets: readonly Packet[], { nameServer }: Permitted): string[] {
  const asked = packets.filter(({ ports }) => ports?.destination === nameServer.port);
  const names = asked.map(({ payload }) => askedName(payload)).filter((name) => name !== null);
  return [...new Set(names)].sort();
}

/** Texts that whoever sees the packets can read, the test's own conversation with the app left out. */
export function readableTexts(
  packets: readonly Packet[],
  texts: readonly string[],
  permitted: Permitted,
): string[] {
  const streams = joinStreams(packets.filter((packet) => !isTests(packet, permitted)));
  return texts.filter((text) => {
    const forms = formsOfText(text);
    return streams.some((stream) => forms.some((form) => stream.includes(form)));
  });
}

function judge(packet: Packet, permitted: Permitted): string | null {
  const { source, destination, protocol, ports, payload } = packet;
  if (isTests(packet, permitted)) return null;
  const { mailServers, nameServer, names } = permitted;
  if (protocol === tcp && mailServers.some((server) => isWith(packet, server, permitted)))
    return null;
  const where = `protocol ${protocol} from ${source} to ${destination} port ${ports?.destination}`;
  if (protocol !== udp || !isWith(packet, nameServer, permitted)) return where;
  const name = askedName(payload);
  return name !== null && names.includes(name) ? null : `look-up of ${name}`;
}

/** To the place from an address of this side, or back. */
function isWith(packet: Packet, place: Place, { own }: Permitted): boolean {
  const { source, destination, ports } = packet;
  if (ports === null) return false;
  const isThere = source === place.address && ports.source === place.port;
  const isThither = destination === place.address && ports.destination === place.port;
  return (isThither && own.includes(source)) || (isThere && own.includes(destination));
}

/**
 * Playwright and the inspector drive the app over these two ports of 127.0.0.1 and no other: what is
 * on the screen goes over them, to the test.
 */
function isTests({ source, destination, protocol, ports }: Packet, permitted: Permitted): boolean {
  if (protocol !== tcp || ports === null) return false;
  const { testPorts } = permitted;
  const isHere = source === '127.0.0.1' && destination === '127.0.0.1';
  return isHere && (testPorts.includes(ports.source) || testPorts.includes(ports.destination));
}

/**
 * What each end of each connection said, in the order of the capture: a text may begin in one packet
 * and end in the next. On one machine no packet is lost or overtaken.
 */
function joinStreams(packets: readonly Packet[]): Buffer[] {
  const streams = new Map<string, Buffer[]>();
  for (const { source, destination, protocol, ports, payload } of packets) {
    const key = [protocol, source, ports?.source, destination, ports?.destination].join(' ');
    const stream = streams.get(key) ?? [];
    streams.set(key, stream);
    stream.push(payload);
  }
  return [...streams.values()].map((pieces) => Buffer.concat(pieces));
}
