import { crc32 } from 'node:zlib';
import { readOrientation, writeOrientation } from './orientation.ts';
import type { SentParts } from './photo.ts';

/** What a picture looks like depends on these beside the critical ones: PNG 3, 11.3, and APNG. */
const kept = new Set([
  ...['tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'mDCV', 'cLLI', 'bKGD', 'hIST'],
  ...['pHYs', 'sPLT', 'acTL', 'fcTL', 'fdAT'],
]);

/** A PNG without texts, times, EXIF, chunks that nobody knows, and what stands behind its end. */
export function cleanPng(photo: Buffer): SentParts {
  const parts = [photo.subarray(0, 8)];
  let hasPicture = false;
  let at = 8;
  while (at + 8 <= photo.length) {
    const type = photo.toString('latin1', at + 4, at + 8);
    if (!/^[A-Za-z]{4}$/.test(type) || (at === 8 && type !== 'IHDR')) return null;
    // Length, type and check value around the data (PNG 3, 5.3).
    const next = at + 12 + photo.readUInt32BE(at);
    const chunk = photo.subarray(at, next);
    hasPicture ||= type === 'IDAT';
    if (type === 'eXIf') parts.push(...orientationOf(chunk));
    else if (isCritical(type) || kept.has(type)) parts.push(chunk);
    at = next;
    if (type === 'IEND') break;
  }
  return hasPicture ? parts : null;
}

/** The first letter says it (PNG 3, 5.4). */
function isCritical(type: string): boolean {
  return /^[A-Z]/.test(type);
}

function orientationOf(chunk: Buffer): readonly Buffer[] {
  const orientation = readOrientation(chunk.subarray(8, -4));
  if (orientation === 1) return [];
  const tiff = writeOrientation(orientation);
  const written = Buffer.alloc(tiff.length + 12);
  written.writeUInt32BE(tiff.length, 0);
  written.write('eXIf', 4, 'latin1');
  tiff.copy(written, 8);
  written.writeUInt32BE(crc32(written.subarray(4, -4)), written.length - 4);
  return [written];
}
