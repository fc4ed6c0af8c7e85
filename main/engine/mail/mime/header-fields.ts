import type { HeaderLines } from 'mailparser';

/** Header fields by lower-case name, in order; values unfolded, still in bytes one a character. */
export type HeaderFields = ReadonlyMap<string, readonly string[]>;

/** A longer field is an attack or a broken gateway. */
const fieldCharacters = 64 * 1024;

/** The fields as the sender wrote them: what mailparser makes of them is lossy for undeclared bytes. */
export function toHeaderFields(lines: HeaderLines): HeaderFields {
  const fields = new Map<string, string[]>();
  for (const { key, line } of lines) {
    const value = line.slice(line.indexOf(':') + 1, fieldCharacters).replace(/\r?\n/g, '');
    const values = fields.get(key);
    if (values === undefined) fields.set(key, [value.trim()]);
    else values.push(value.trim());
  }
  return fields;
}

export function firstField(fields: HeaderFields, name: string): string | null {
  return fields.get(name)?.[0] ?? null;
}
