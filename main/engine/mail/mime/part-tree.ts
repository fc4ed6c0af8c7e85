import { firstField, type HeaderBlock, readHeaderBlock } from './header-block.ts';
import { readParameterHeader } from './header-parameters.ts';
import type { MimeDefect } from './parsed-message.ts';

/** One node of a message's MIME structure; its body is a range of the raw bytes. */
export type Part = {
  readonly headers: HeaderBlock;
  readonly type: string;
  readonly typeParameters: ReadonlyMap<string, string>;
  readonly disposition: string;
  readonly filename: string | null;
  readonly encoding: string;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly children: readonly Part[];
};

/** Deeper or wider than this, a message is an attack: what is below becomes one opaque part. */
const deepest = 256;
const mostParts = 5000;

type Reading = { parts: number; readonly defects: Set<MimeDefect> };

/** Reads the structure of a message. Line ends are CRLF or LF. */
export function readPartTree(raw: Buffer, defects: Set<MimeDefect>): Part {
  return readPart(raw, 0, raw.length, 'text/plain', 0, { parts: 0, defects });
}

function readPart(
  raw: Buffer,
  start: number,
  end: number,
  defaultType: string,
  depth: number,
  reading: Reading,
): Part {
  reading.parts++;
  const headers = readHeaderBlock(raw, start, end);
  if (headers.cut) reading.defects.add('header-cut');
  const contentType = readParameterHeader(firstField(headers, 'content-type'));
  const disposition = readParameterHeader(firstField(headers, 'content-disposition'));
  // RFC 2045 5.2: a type that cannot be read is text/plain.
  const type = /^[^\s/]+\/[^\s/]+$/.test(contentType.value) ? contentType.value : defaultType;
  const { bodyStart } = headers;
  let children: Part[] = [];
  if (type.startsWith('multipart/')) {
    if (depth >= deepest) reading.defects.add('nested-too-deep');
    else {
      const boundary =
        contentType.parameters.get('boundary') ?? guessBoundary(raw, bodyStart, end, reading);
      const childType = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
      children = splitBody(raw, bodyStart, end, boundary, reading).map(([from, to]) =>
        readPart(raw, from, to, childType, depth + 1, reading),
      );
    }
  }
  const unsplit = type.startsWith('multipart/') && children.length === 0;
  const filename =
    disposition.parameters.get('filename') ?? contentType.parameters.get('name') ?? null;
  return {
    headers,
    type: unsplit ? 'text/plain' : type,
    typeParameters: contentType.parameters,
    disposition: disposition.value,
    filename: filename === '' ? null : filename,
    encoding: (firstField(headers, 'content-transfer-encoding') ?? '').trim().toLowerCase(),
    bodyStart,
    bodyEnd: end,
    children,
  };
}

type Range = readonly [start: number, end: number];

/** RFC 2046 5.1.1: the ranges between delimiter lines. Preamble and epilogue are not content. */
function splitBody(
  raw: Buffer,
  start: number,
  end: number,
  boundary: string | null,
  { parts, defects }: Reading,
): Range[] {
  if (boundary === null || boundary === '') return [];
  const delimiter = Buffer.from(`--${boundary}`, 'latin1');
  const ranges: Range[] = [];
  let partStart = -1;
  let at = start;
  while (at < end) {
    const found = raw.indexOf(delimiter, at);
    if (found === -1 || found + delimiter.length > end) break;
    at = found + delimiter.length;
    const line = found === start || raw[found - 1] === 0x0a ? readDelimiterEnd(raw, at, end) : null;
    if (line === null) continue;
    if (partStart !== -1) ranges.push([partStart, Math.max(partStart, beforeLineEnd(raw, found))]);
    if (line.closes) return ranges;
    if (parts + ranges.length >= mostParts) {
      defects.add('too-many-parts');
      return ranges;
    }
    partStart = line.next;
    at = line.next;
  }
  if (partStart === -1) defects.add('boundary-unused');
  else {
    defects.add('multipart-unterminated');
    ranges.push([partStart, end]);
  }
  return ranges;
}

type DelimiterEnd = { readonly closes: boolean; readonly next: number };

function readDelimiterEnd(raw: Buffer, from: number, end: number): DelimiterEnd | null {
  const closes = raw[from] === 0x2d && raw[from + 1] === 0x2d;
  let at = closes ? from + 2 : from;
  while (at < end && (raw[at] === 0x20 || raw[at] === 0x09 || raw[at] === 0x0d)) at++;
  if (at >= end) return { closes, next: end };
  // Something follows: a longer boundary that begins like this one, unless it is closing garbage.
  return raw[at] === 0x0a ? { closes, next: at + 1 } : null;
}

/** RFC 2046 5.1.1: the line end before a delimiter belongs to the delimiter. */
function beforeLineEnd(raw: Buffer, found: number): number {
  return raw[found - 2] === 0x0d ? found - 2 : found - 1;
}

/** A multipart that forgot its boundary still shows it as its first line that begins with `--`. */
function guessBoundary(raw: Buffer, start: number, end: number, reading: Reading): string | null {
  reading.defects.add('boundary-missing');
  const head = raw.toString('latin1', start, Math.min(end, start + 4096));
  return /^--([^\s-][^\r\n]{0,69}?)[ \t]*\r?$/m.exec(head)?.[1] ?? null;
}
