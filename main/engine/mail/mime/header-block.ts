/** Header fields by lower-case name, in order; values unfolded, still in bytes one a character. */
export type HeaderBlock = {
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** Offset of the first byte of the body. */
  readonly bodyStart: number;
  /** A field or the whole block was longer than anyone needs. */
  readonly cut: boolean;
};

/** Longer blocks are read up to here only: the rest is an attack or a broken gateway. */
const blockBytes = 1024 * 1024;
const fieldCharacters = 64 * 1024;
const fieldName = /^[\x21-\x39\x3b-\x7e]+[ \t]*$/;

/** Reads the header block at `start`. When its first line is no header the part has none, only a body. */
export function readHeaderBlock(raw: Buffer, start: number, end: number): HeaderBlock {
  const bodyStart = findBody(raw, start, end);
  const fields = new Map<string, string[]>();
  const stop = Math.min(bodyStart, start + blockBytes);
  let cut = bodyStart > stop;
  const lines = raw.toString('latin1', start, stop).split('\n');
  let name = '';
  let value: string[] = [];
  let length = 0;
  const keep = () => {
    if (name === '') return;
    const text = value.join('').trim();
    const list = fields.get(name);
    if (list === undefined) fields.set(name, [text]);
    else list.push(text);
  };
  for (const [index, rawLine] of lines.entries()) {
    const line = rawLine.endsWith('\r') ? rawLine.slice(0, -1) : rawLine;
    const colon = line.indexOf(':');
    const isFolded = line.startsWith(' ') || line.startsWith('\t');
    if (!isFolded && colon > 0 && fieldName.test(line.slice(0, colon))) {
      keep();
      name = line.slice(0, colon).trimEnd().toLowerCase();
      value = [];
      length = 0;
    } else if (index === 0 && !line.startsWith('From ') && line !== '') {
      return { fields, bodyStart: start, cut: false };
    } else if (!isFolded) {
      // Not a header line: a gateway's mbox line or a broken wrap. Neither belongs to a value.
      continue;
    }
    const part = isFolded ? line : line.slice(colon + 1);
    if (length + part.length > fieldCharacters) cut = true;
    const room = Math.max(0, fieldCharacters - length);
    if (room > 0) value.push(part.length > room ? part.slice(0, room) : part);
    length += part.length;
  }
  keep();
  return { fields, bodyStart, cut };
}

/** The offset behind the first empty line, or `end`: RFC 5322 2.1. */
function findBody(raw: Buffer, start: number, end: number): number {
  let line = start;
  while (line < end) {
    const feed = raw.indexOf(0x0a, line);
    if (feed === -1 || feed >= end) return end;
    if (feed === line || (feed === line + 1 && raw[line] === 0x0d)) return feed + 1;
    line = feed + 1;
  }
  return end;
}

export function firstField(block: HeaderBlock, name: string): string | null {
  return block.fields.get(name)?.[0] ?? null;
}
