/** What most servers take, in bytes, where this one has not said. */
export const usualLimit = 25_000_000;

/** No letter is larger, whatever a server takes: it is composed in memory. */
export const largestLetter = 100_000_000;

/** For headers, the text and the borders between the parts. */
const roomForText = 50_000;
const roomForHeaders = 500;

/** How long a file is inside a letter: base64 in lines of 76 (RFC 2045 6.8), and its headers. */
export function encodedSize(size: number): number {
  const characters = Math.ceil(size / 3) * 4;
  return characters + Math.ceil(characters / 76) * 2 + roomForHeaders;
}

/** How long a letter with these files is about to be; an empty one has room for its text. */
export function letterSize(files: readonly number[]): number {
  return files.reduce((sum, size) => sum + encodedSize(size), roomForText);
}
