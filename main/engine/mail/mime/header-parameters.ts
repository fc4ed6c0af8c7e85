import { decodeCharset } from './decode-charset.ts';
import { decodeHeaderText } from './header-text.ts';

/** A structured header such as Content-Type: its value in lower case and its parameters. */
export type ParameterHeader = {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
};

const empty: ParameterHeader = { value: '', parameters: new Map() };
const parameter = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/g;
const section = /^([^*]+)(?:\*(\d{1,4}))?(\*)?$/;

type Piece = { readonly index: number; readonly text: string; readonly encoded: boolean };

/** Reads RFC 2045 parameters, RFC 2231 continuations and charsets, and the encoded-words of old mailers. */
export function readParameterHeader(field: string | null): ParameterHeader {
  if (field === null) return empty;
  const semicolon = field.indexOf(';');
  const value = (semicolon === -1 ? field : field.slice(0, semicolon))
    .replace(/\([^()]*\)/g, '')
    .trim()
    .toLowerCase();
  if (semicolon === -1) return { value, parameters: empty.parameters };
  const plain = new Map<string, string>();
  const pieces = new Map<string, Piece[]>();
  for (const match of field.slice(semicolon).matchAll(parameter)) {
    const quoted = match[2];
    const text = quoted === undefined ? (match[3] ?? '').trim() : quoted.replace(/\\(.)/g, '$1');
    const named = section.exec((match[1] ?? '').toLowerCase());
    const name = named?.[1];
    if (name === undefined) continue;
    if (named?.[2] === undefined && named?.[3] === undefined) {
      if (!plain.has(name)) plain.set(name, decodeHeaderText(text));
      continue;
    }
    const list = pieces.get(name) ?? [];
    list.push({ index: Number(named?.[2] ?? 0), text, encoded: named?.[3] !== undefined });
    pieces.set(name, list);
  }
  for (const [name, list] of pieces) plain.set(name, joinPieces(list));
  return { value, parameters: plain };
}

/** RFC 2231 3 and 4: `name*0*=charset'language'text; name*1*=text`. */
function joinPieces(list: Piece[]): string {
  const ordered = list.sort((left, right) => left.index - right.index);
  let charset: string | null = null;
  const bytes = ordered.map(({ text, encoded }, index) => {
    if (!encoded) return Buffer.from(text, 'latin1');
    const tagged = index === 0 ? /^([^']*)'[^']*'(.*)$/s.exec(text) : null;
    if (tagged !== null) charset = tagged[1] || null;
    return percentDecode(tagged?.[2] ?? text);
  });
  return decodeCharset(Buffer.concat(bytes), charset).text;
}

function percentDecode(text: string): Buffer {
  const decoded = text.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(decoded, 'latin1');
}
