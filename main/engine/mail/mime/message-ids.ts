const bracketed = /<\s*([^<>\s]{1,998})\s*>/g;

/** More than this in one header is a loop; the last ones are the nearest relatives. */
const idsKept = 200;

/** RFC 5322 3.6.4: the ids of In-Reply-To or References, without brackets, each once, in order. */
export function readMessageIds(field: string | null): string[] {
  if (field === null || field.trim() === '') return [];
  const found = [...field.matchAll(bracketed)].map((match) => match[1] ?? '');
  // Some mailers leave the brackets out; words without an @ are comments like "message of Friday".
  const ids =
    found.length > 0 ? found : field.split(/[\s,;]+/).filter((word) => word.includes('@'));
  return [...new Set(ids)].slice(-idsKept);
}

/** A Message-ID header's value without brackets, or null when it holds none. */
export function readMessageId(field: string | null): string | null {
  if (field === null) return null;
  const [id] = readMessageIds(field);
  const bare = id ?? field.trim().replace(/^<|>$/g, '').trim();
  return bare === '' ? null : bare.slice(0, 998);
}
