import { readOrientation, writeOrientation } from './orientation.ts';
import type { Orientation, SentParts } from './photo.ts';

/** ITU T.81, table B.1. */
const marker = { start: 0xd8, end: 0xd9, scan: 0xda, comment: 0xfe, app0: 0xe0, app15: 0xef };

const exif = 'Exif\0\0';
const jfif = 'JFIF\0';
const colourProfile = 'ICC_PROFILE\0';
const adobe = 'Adobe';

/** Of a JFIF segment, up to the thumbnail that may follow. */
const jfifLength = 18;

/**
 * A JPEG without what tells of the place, the time, the camera or the photographer: of the
 * application segments only those stay that colours depend on, no comment stays, and nothing behind
 * the end, where telephones put films and second pictures. How the camera was held is written anew.
 */
export function cleanJpeg(photo: Buffer): SentParts {
  const kept: Buffer[] = [];
  let orientation: Orientation = 1;
  let hasScan = false;
  let at = 2;
  while (at < photo.length) {
    // Any number of fill bytes may stand before a marker (B.1.1.2).
    if (photo[at] !== 0xff) return null;
    while (photo[at + 1] === 0xff) at += 1;
    const kind = photo[at + 1];
    if (kind === undefined) break;
    if (kind === marker.end) {
      kept.push(photo.subarray(at, at + 2));
      break;
    }
    const length = at + 4 > photo.length ? photo.length : photo.readUInt16BE(at + 2);
    const next = at + 2 + length;
    // The length counts itself.
    if (length < 2) return null;
    if (next > photo.length) {
      if (!isApplication(kind) && kind !== marker.comment) kept.push(photo.subarray(at));
      break;
    }
    const segment = photo.subarray(at, next);
    if (startsWith(segment, kind, 0xe1, exif)) {
      const said = readOrientation(segment.subarray(4));
      if (said !== 1) orientation = said;
    }
    kept.push(...keptOf(segment, kind));
    at = next;
    if (kind !== marker.scan) continue;
    hasScan = true;
    at = endOfScan(photo, next);
    kept.push(photo.subarray(next, at));
  }
  if (!hasScan) return null;
  return [photo.subarray(0, 2), ...headOf(kept, orientation)];
}

function keptOf(segment: Buffer, kind: number): readonly Buffer[] {
  if (kind === marker.comment) return [];
  if (!isApplication(kind)) return [segment];
  if (startsWith(segment, kind, 0xe0, jfif)) return [withoutThumbnail(segment)];
  const hasColours =
    startsWith(segment, kind, 0xe2, colourProfile) || startsWith(segment, kind, 0xee, adobe);
  return hasColours ? [segment] : [];
}

function isApplication(kind: number): boolean {
  return kind >= marker.app0 && kind <= marker.app15;
}

/** JFIF has to come first where there is one. */
function headOf(kept: readonly Buffer[], orientation: Orientation): readonly Buffer[] {
  if (orientation === 1) return kept;
  const body = Buffer.concat([Buffer.from(exif, 'latin1'), writeOrientation(orientation)]);
  const head = Buffer.from([0xff, 0xe1, 0, body.length + 2]);
  const isJfifFirst = kept[0]?.[1] === marker.app0;
  const first = isJfifFirst ? kept.slice(0, 1) : [];
  return [...first, head, body, ...kept.slice(first.length)];
}

/** A small picture of what was there before the photo was cut, perhaps. */
function withoutThumbnail(segment: Buffer): Buffer {
  if (segment.length <= jfifLength) return segment;
  const bare = Buffer.from(segment.subarray(0, jfifLength));
  bare.writeUInt16BE(jfifLength - 2, 2);
  bare.writeUInt16BE(0, jfifLength - 2);
  return bare;
}

/** Behind a scan's data: the next marker that is none of a restart (B.1.1.5), or the end of the file. */
function endOfScan(photo: Buffer, from: number): number {
  for (let at = photo.indexOf(0xff, from); at !== -1; at = photo.indexOf(0xff, at + 1)) {
    const kind = photo[at + 1];
    if (kind === undefined) break;
    const isData = kind === 0 || kind === 0xff || (kind >= 0xd0 && kind <= 0xd7);
    if (!isData) return at;
  }
  return photo.length;
}

function startsWith(segment: Buffer, kind: number, wanted: number, words: string): boolean {
  return kind === wanted && segment.toString('latin1', 4, 4 + words.length) === words;
}
