import { createDecipheriv } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

const pageSize = 4096;
/** SQLCipher 4: 16 bytes of IV and 64 of HMAC-SHA512 at the end of each page. */
const reserved = 80;
const saltSize = 16;
const walHeader = 32;
const frameHeader = 24;

/**
 * Every page of an SQLCipher file and of its write-ahead log in clear, free pages and old versions
 * included: what somebody with the key could dig out of the bytes on the disk.
 */
export function decryptedPages(path: string, key: Buffer): Buffer {
  const file = readFileSync(path);
  const pages: Buffer[] = [];
  for (let start = 0; start < file.length; start += pageSize)
    pages.push(decryptPage(file.subarray(start, start + pageSize), key, start === 0));
  const log = existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : Buffer.alloc(0);
  const step = frameHeader + pageSize;
  for (let start = walHeader; start + step <= log.length; start += step) {
    const isFirst = log.readUInt32BE(start) === 1;
    pages.push(decryptPage(log.subarray(start + frameHeader, start + step), key, isFirst));
  }
  return Buffer.concat(pages);
}

/** The first page begins with the salt, in the place of SQLite's own mark. */
function decryptPage(page: Buffer, key: Buffer, isFirst: boolean): Buffer {
  const iv = page.subarray(pageSize - reserved, pageSize - reserved + 16);
  const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  return Buffer.concat([
    decipher.update(page.subarray(isFirst ? saltSize : 0, pageSize - reserved)),
    decipher.final(),
  ]);
}
