import type { KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { ChainHead } from '../../../shared/model/chain-entry.ts';
import { writeFileDurably } from '../write-file-durably.ts';
import { headSeal, sameMac } from './chain-link.ts';

const HeadFile = ChainHead.extend({ seal: z.string().regex(/^[0-9a-f]{64}$/) });

export type HeadReading = ChainHead | 'missing' | 'forged';

/** Where the chain ended when the file was written; `forged` when the chain key did not seal it. */
export function readHead(path: string, key: KeyObject): HeadReading {
  if (!existsSync(path)) return 'missing';
  const head = parse(readFileSync(path, 'utf8'));
  if (head === null) return 'forged';
  const right = headSeal(key, head.sequence, Buffer.from(head.mac, 'hex'));
  if (!sameMac(Buffer.from(head.seal, 'hex'), right)) return 'forged';
  return { sequence: head.sequence, mac: head.mac };
}

export function writeHead(path: string, key: KeyObject, head: ChainHead): void {
  const seal = headSeal(key, head.sequence, Buffer.from(head.mac, 'hex')).toString('hex');
  writeFileDurably(path, `${JSON.stringify({ ...head, seal })}\n`);
}

function parse(text: string): z.infer<typeof HeadFile> | null {
  try {
    const parsed = HeadFile.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
