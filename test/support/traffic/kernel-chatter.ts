import { icmp6, ip6Text, type Packet } from './packet.ts';

// RFC 4861: router and neighbour discovery, which no router may pass on (hop limit 255).
const neighbourDiscovery = [133, 134, 135, 136];
// RFC 3810 5.2.
const multicastReport = 143;

/**
 * Whether IPv6 itself says it, for the interface and no program: by protocol, type and hop limit. A
 * report of groups counts only when the kernel alone is in them: whoever listens to mDNS, say, joins
 * a group of its own.
 */
export function isKernelChatter({ protocol, source, hopLimit, payload }: Packet): boolean {
  if (protocol !== icmp6 || payload.length < 8) return false;
  if (!source.startsWith('fe80:') && source !== '::') return false;
  const type = payload.readUInt8(0);
  if (neighbourDiscovery.includes(type)) return hopLimit === 255;
  return type === multicastReport && hopLimit === 1 && reportedGroups(payload).every(isKernels);
}

function reportedGroups(report: Buffer): string[] {
  const groups: string[] = [];
  let at = 8;
  for (let record = 0; record < report.readUInt16BE(6); record += 1) {
    // One that is cut short is no group of anybody's.
    groups.push(at + 20 > report.length ? '' : ip6Text(report.subarray(at + 4, at + 20)));
    at += 20;
  }
  return groups;
}

/** All nodes, all routers, and the solicited nodes of an address (RFC 4291 2.7.1). */
function isKernels(group: string): boolean {
  return group === 'ff02::1' || group === 'ff02::2' || /^ff02::1:ff[0-9a-f:]+$/.test(group);
}
