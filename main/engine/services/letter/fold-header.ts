/** RFC 5322 2.1.1: characters that a line should not be longer than. */
const longestLine = 76;

/** One header with its line ends, broken at blanks (2.2.3); nothing for no value. */
export function foldHeader(name: string, value: string): string {
  if (value === '') return '';
  let line = `${name}:`;
  let folded = '';
  for (const word of value.split(' ')) {
    const isFirst = line === `${name}:`;
    if (!isFirst && line.length + 1 + word.length > longestLine) {
      folded += `${line}\r\n`;
      line = '';
    }
    line += ` ${word}`;
  }
  return `${folded}${line}\r\n`;
}
