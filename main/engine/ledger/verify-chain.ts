import { createSecretKey, type KeyObject } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { ChainVerdict } from '../../../shared/model/chain-entry.ts';
import {
  findChainKey,
  findLastLink,
  findLinksAfter,
  findMac,
  type StoredLink,
} from '../store/chain-entries.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import { beforeFirst, chainMac, sameMac } from './chain-link.ts';
import { readHead } from './head-file.ts';
import { isBodySound } from './member-body.ts';

/** Entries looked at before the engine does something else: about 10 ms of work. */
const batch = 1000;

/**
 * Looks at every entry of a chain, then at its head. Entries that come meanwhile are looked at too;
 * a head that is behind is one of before a kill, and the chain may go on from it.
 */
export async function verifyChain(db: SectionDatabase, head: string): Promise<ChainVerdict> {
  const stored = findChainKey(db);
  if (stored === null) return { outcome: 'broken', entries: 0, sequence: 1 };
  const key = createSecretKey(stored);
  let previous: Buffer = beforeFirst;
  let entries = 0;
  // From before the first number: a row that was put in front would be passed over otherwise.
  let after = Number.NEGATIVE_INFINITY;
  for (;;) {
    const links = findLinksAfter(db, after, batch);
    for (const link of links) {
      const expected = entries + 1;
      const [sequence] = link.values;
      if (sequence !== expected) {
        // A number that the app cannot even tell exactly is named by the place that it is in.
        const found = Number.isSafeInteger(sequence) ? Number(sequence) : expected;
        return { outcome: 'broken', entries, sequence: Math.min(expected, found) };
      }
      if (!follows(key, previous, link) || !isWhole(db, sequence, link))
        return { outcome: 'broken', entries, sequence };
      previous = link.mac as Buffer;
      entries = sequence;
      after = sequence;
    }
    if (links.length < batch) return checkHead(db, head, key, entries, previous);
    await breathe();
  }
}

function follows(key: KeyObject, previous: Buffer, { values, mac }: StoredLink): boolean {
  return Buffer.isBuffer(mac) && sameMac(mac, chainMac(key, previous, values));
}

/** What an entry recorded apart from the chain is there as well. Ask it of an entry that follows. */
function isWhole(db: SectionDatabase, sequence: number, { values }: StoredLink): boolean {
  const [, , kind, , , target, , , , , detail] = values;
  return isBodySound(db, { sequence, kind: String(kind), target: String(target), detail });
}

function checkHead(
  db: SectionDatabase,
  path: string,
  key: KeyObject,
  entries: number,
  mac: Buffer,
): ChainVerdict {
  const head = readHead(path, key);
  if (head === 'missing') return { outcome: 'head-missing', entries };
  if (head === 'forged') return { outcome: 'head-forged', entries };
  if (findMac(db, head.sequence)?.toString('hex') !== head.mac) {
    return { outcome: 'tail-cut', entries, sequence: head.sequence };
  }
  return { outcome: 'whole', entries, head: { sequence: entries, mac: mac.toString('hex') } };
}

/** Whether the head may be moved on: it is where the chain was, or the chain has only just begun. */
export function isHeadSound(db: SectionDatabase, path: string, key: KeyObject): boolean {
  const head = readHead(path, key);
  // A kill right after the very first entry leaves no head.
  if (head === 'missing') return findLastLink(db)?.sequence === 1;
  return head !== 'forged' && findMac(db, head.sequence)?.toString('hex') === head.mac;
}
