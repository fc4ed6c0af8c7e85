import { readOrientation, writeOrientation } from './orientation.ts';
import type { Orientation, SentParts } from './photo.ts';

/** RFC 9649 2.7. */
const kept = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const pictures = new Set(['VP8 ', 'VP8L', 'ANMF']);

/** Flags of the VP8X chunk: there is EXIF, there is XMP. */
const exifFlag = 0x08;
const xmpFlag = 0x04;

/** A WebP without EXIF, XMP and chunks that nobody knows. */
export function cleanWebp(photo: Buffer): SentParts {
  const chunks: Buffer[] = [];
  let orientation: Orientation = 1;
  let hasPicture = false;
  const end = Math.min(photo.length, 8 + photo.readUInt32LE(4));
  let at = 12;
  while (at + 8 <= end) {
    const type = photo.toString('latin1', at, at + 4);
    const size = photo.readUInt32LE(at + 4);
    // Padded to an even length.
    const next = at + 8 + size + (size % 2);
    const chunk = photo.subarray(at, Math.min(next, end));
    if (type === 'EXIF') orientation = readOrientation(chunk.subarray(8));
    if (kept.has(type)) chunks.push(chunk);
    hasPicture ||= pictures.has(type);
    at = next;
  }
  if (!hasPicture) return null;
  const extended = chunks.findIndex((chunk) => isExtended(chunk));
  const [header] = chunks.splice(extended, extended === -1 ? 0 : 1);
  const isTurned = orientation !== 1 && header !== undefined;
  const body = [
    ...(header === undefined ? [] : [withFlags(header, isTurned)]),
    ...chunks,
    ...(isTurned ? [exifChunk(orientation)] : []),
  ];
  const start = Buffer.from(photo.subarray(0, 12));
  start.writeUInt32LE(4 + body.reduce((sum, { length }) => sum + length, 0), 4);
  return [start, ...body];
}

function isExtended(chunk: Buffer): boolean {
  return chunk.toString('latin1', 0, 4) === 'VP8X' && chunk.length > 8;
}

function withFlags(header: Buffer, hasExif: boolean): Buffer {
  const written = Buffer.from(header);
  const others = (header[8] ?? 0) & ~(exifFlag | xmpFlag);
  written[8] = others | (hasExif ? exifFlag : 0);
  return written;
}

function exifChunk(orientation: Orientation): Buffer {
  const tiff = writeOrientation(orientation);
  const head = Buffer.alloc(8);
  head.write('EXIF', 0, 'latin1');
  head.writeUInt32LE(tiff.length, 4);
  return Buffer.concat([head, tiff]);
}
