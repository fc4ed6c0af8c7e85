import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';

export type Secret = { readonly name: string; readonly forms: readonly Buffer[] };

/** A text as programs keep it: UTF-8, UTF-16 and, where it has all the letters, Latin-1. */
export function textSecret(name: string, text: string): Secret {
  const utf8 = Buffer.from(text);
  const latin1 = Buffer.from(text, 'latin1');
  const isLatin1 = latin1.toString('latin1') === text && !latin1.equals(utf8);
  return { name, forms: [utf8, Buffer.from(text, 'utf16le'), ...(isLatin1 ? [latin1] : [])] };
}

/** A key as its bytes, and as the hexadecimal and base64 text that is made of them on the way. */
export function keySecret(name: string, key: Buffer): Secret {
  const texts = [key.toString('hex'), key.toString('hex').toUpperCase(), key.toString('base64')];
  return { name, forms: [key, ...texts.flatMap((text) => textSecret('', text).forms)] };
}

/** A process and all that it started, by what the kernel says. */
export function processTree(root: number): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(Number(name))] as const),
  );
  const found = [root];
  for (const pid of found)
    for (const [child, parent] of parents) if (parent === pid) found.push(child);
  return found;
}

/** The kind of a Chromium process, for the report: `browser`, `renderer`, `utility`… */
export function processKind(pid: number): string {
  return /--type=([\w-]+)/.exec(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))?.[1] ?? 'browser';
}

/** How often each secret stands in the memory of a process, by name; those that do not are left out. */
export function findInMemory(pid: number, secrets: readonly Secret[]): Record<string, number> {
  const found: Record<string, number> = {};
  const longest = Math.max(...secrets.flatMap(({ forms }) => forms.map(({ length }) => length)));
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const chunk = Buffer.alloc(chunkBytes + longest);
  try {
    for (const { start, end } of readableRegions(pid))
      for (let at = start; at < end; at += chunkBytes) {
        const length = readAt(memory, chunk, at, Math.min(chunk.length, end - at));
        for (const { name, forms } of secrets)
          for (const form of forms) {
            const times = count(chunk.subarray(0, length), form);
            if (times > 0) found[name] = (found[name] ?? 0) + times;
          }
      }
  } finally {
    closeSync(memory);
  }
  return found;
}

const chunkBytes = 16 * 1024 * 1024;

function readableRegions(pid: number): { readonly start: number; readonly end: number }[] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, start, end, path] = /^(\w+)-(\w+) r\S+ \S+ \S+ \S+ *(.*)$/.exec(line) ?? [];
      // The kernel's own pages cannot be read through this file.
      if (start === undefined || end === undefined || path?.startsWith('[v')) return [];
      return [{ start: Number.parseInt(start, 16), end: Number.parseInt(end, 16) }];
    });
}

function readAt(memory: number, into: Buffer, at: number, length: number): number {
  try {
    return readSync(memory, into, 0, length, at);
  } catch (error) {
    // A region that was given back meanwhile, or one of a device.
    if (error instanceof Error && 'code' in error && error.code === 'EIO') return 0;
    throw error;
  }
}

function count(bytes: Buffer, form: Buffer): number {
  let times = 0;
  for (let at = bytes.indexOf(form); at !== -1; at = bytes.indexOf(form, at + 1)) times += 1;
  return times;
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    // It ended between the list and the look.
    return null;
  }
}
