import type { Orientation } from './photo.ts';

const orientationTag = 0x0112;
const short = 3;
const prefix = Buffer.from('Exif\0\0', 'latin1');

/**
 * How the camera was held, out of an EXIF block with or without its prefix. Upright where the block
 * says nothing, or cannot be read: no pointer of it but the one to the first directory is followed.
 */
export function readOrientation(exif: Buffer): Orientation {
  const tiff = exif.subarray(0, 6).equals(prefix) ? exif.subarray(6) : exif;
  if (tiff.length < 8) return 1;
  const order = tiff.toString('latin1', 0, 2);
  if (order !== 'II' && order !== 'MM') return 1;
  const read16 = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return 1;
  const entries = read16(directory);
  for (let index = 0; index < entries; index += 1) {
    const at = directory + 2 + index * 12;
    if (at + 12 > tiff.length) return 1;
    if (read16(at) !== orientationTag || read16(at + 2) !== short) continue;
    const value = read16(at + 8);
    return value >= 1 && value <= 8 ? (value as Orientation) : 1;
  }
  return 1;
}

/** An EXIF block, without the prefix, that says how the camera was held and nothing else. */
export function writeOrientation(orientation: Orientation): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM', 0, 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(orientationTag, 10);
  tiff.writeUInt16BE(short, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}
