import { crc32, deflateSync } from 'node:zlib';

/** An EXIF block of a telephone: where, when, with what, and how it was held. */
export function telephoneExif(orientation: number, order: 'II' | 'MM' = 'II'): Buffer {
  const block = Buffer.alloc(200);
  const isLittle = order === 'II';
  const write16 = (value: number, at: number) =>
    isLittle ? block.writeUInt16LE(value, at) : block.writeUInt16BE(value, at);
  const write32 = (value: number, at: number) =>
    isLittle ? block.writeUInt32LE(value, at) : block.writeUInt32BE(value, at);
  const entry = (at: number, tag: number, type: number, count: number) => {
    write16(tag, at);
    write16(type, at + 2);
    write32(count, at + 4);
  };
  block.write(order, 0, 'latin1');
  write16(42, 2);
  write32(8, 4);
  write16(3, 8);
  entry(10, 0x0110, 2, 10);
  write32(60, 18);
  entry(22, 0x0112, 3, 1);
  write16(orientation, 30);
  entry(34, 0x8825, 4, 1);
  write32(80, 42);
  block.write('Telephone\0', 60, 'latin1');
  // The GPS directory: 35 degrees, 39 minutes, 31 seconds north.
  write16(2, 80);
  entry(82, 0x0001, 2, 2);
  block.write('N\0', 90, 'latin1');
  entry(94, 0x0002, 5, 3);
  write32(120, 102);
  for (const [index, value] of [35, 39, 31].entries()) {
    write32(value, 120 + index * 8);
    write32(1, 124 + index * 8);
  }
  return block;
}

const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>35,39.5N</exif:GPSLatitude>';

function segment(kind: number, body: Buffer | string): Buffer {
  const content = typeof body === 'string' ? Buffer.from(body, 'latin1') : body;
  const head = Buffer.from([0xff, kind, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** What no decoder needs to be right about here: tables, a frame and the data of two scans. */
export const jpegPicture = Buffer.concat([
  segment(0xdb, Buffer.alloc(65, 16)),
  segment(0xc2, Buffer.from([8, 0, 16, 0, 16, 1, 1, 0x11, 0])),
  segment(0xc4, Buffer.alloc(29, 1)),
  segment(0xda, Buffer.from([1, 1, 0, 0, 0, 0])),
  Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0x00]),
  segment(0xda, Buffer.from([1, 1, 0, 1, 63, 0])),
  Buffer.from([0x99, 0xff, 0x00, 0xaa]),
  Buffer.from([0xff, 0xd9]),
]);

const start = Buffer.from([0xff, 0xd8]);
const jfif = segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0');
export const jpegColours = segment(0xe2, 'ICC_PROFILE\0\x01\x01 a profile of colours');
export const adobeColours = segment(0xee, 'Adobe\0\x64\0\0\0\0\x01');

/** Everything that a telephone and a photographer's program put into a photo. */
export function tellingJpeg(orientation = 6, order: 'II' | 'MM' = 'II'): Buffer {
  return Buffer.concat([
    start,
    jfif,
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), telephoneExif(orientation, order)])),
    segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${xmp}`),
    jpegColours,
    segment(0xe2, 'MPF\0 where the second picture is'),
    segment(0xed, 'Photoshop 3.0\x008BIM\x04\x04 Shibuya'),
    adobeColours,
    segment(0xfe, 'taken in Shibuya'),
    jpegPicture,
    Buffer.from('a film behind the end, shot in Shibuya'),
  ]);
}

export const plainJpeg = Buffer.concat([start, jfif, jpegColours, adobeColours, jpegPicture]);

function chunk(type: string, body: Buffer | string): Buffer {
  const content = typeof body === 'string' ? Buffer.from(body, 'latin1') : body;
  const written = Buffer.alloc(content.length + 12);
  written.writeUInt32BE(content.length, 0);
  written.write(type, 4, 'latin1');
  content.copy(written, 8);
  written.writeUInt32BE(crc32(written.subarray(4, -4)), written.length - 4);
  return written;
}

const pngStart = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const header = chunk('IHDR', Buffer.from([0, 0, 0, 2, 0, 0, 0, 1, 8, 2, 0, 0, 0]));
export const pngPicture = chunk('IDAT', deflateSync(Buffer.from([0, 255, 0, 0, 0, 0, 255])));
const pngEnd = chunk('IEND', '');

export function tellingPng(orientation = 6): Buffer {
  return Buffer.concat([
    pngStart,
    header,
    chunk('gAMA', Buffer.from([0, 0, 177, 143])),
    chunk('tIME', Buffer.from([7, 234, 11, 26, 9, 0, 0])),
    chunk('eXIf', telephoneExif(orientation)),
    chunk('tEXt', 'Comment\0taken in Shibuya'),
    chunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${xmp}`),
    pngPicture,
    chunk('zTXt', 'Author\0\0Shibuya'),
    chunk('prVt', 'Shibuya'),
    pngEnd,
    Buffer.from('Shibuya'),
  ]);
}

export const plainPng = Buffer.concat([
  pngStart,
  header,
  chunk('gAMA', Buffer.from([0, 0, 177, 143])),
  pngPicture,
  pngEnd,
]);

function riff(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}

function webp(...chunks: readonly Buffer[]): Buffer {
  return riff('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]));
}

const canvas = (flags: number) => riff('VP8X', Buffer.from([flags, 0, 0, 0, 1, 0, 0, 0, 0, 0]));
export const webpPicture = riff('VP8L', Buffer.from([0x2f, 1, 0, 0, 0, 7, 7]));

export function tellingWebp(orientation = 6): Buffer {
  return Buffer.concat([
    webp(
      canvas(0x2c),
      riff('ICCP', Buffer.from('a profile of colours')),
      webpPicture,
      riff('EXIF', telephoneExif(orientation)),
      riff('XMP ', Buffer.from(xmp)),
      riff('PRIV', Buffer.from('Shibuya')),
    ),
    Buffer.from('Shibuya'),
  ]);
}

export const plainWebp = webp(
  canvas(0x20),
  riff('ICCP', Buffer.from('a profile of colours')),
  webpPicture,
);
