/** Words that promise a file. Of what the reader attached, one speaks otherwise. */
const promises = [
  /(?<!\byou(?:r|['’]ve| have| had)? |\bnot |\bno )\b(?:attach(?:ed|ing|ments?)?|enclos(?:ed?|ing|ures?))\b/i,
  /(?:添付|同封)(?!(?:いただ|頂|くださ|下さ|して(?:いただ|頂|くださ|下さ)|され|の(?:写真|資料|画像|ファイル)(?:を)?(?:拝見|確認)))/,
];

/**
 * Whether the words that staff wrote speak of a file that goes with them. What is quoted does not
 * count, and neither does the signature (RFC 3676 4.3).
 */
export function promisesAttachment(text: string, quote: string): boolean {
  const written = quote === '' ? text : text.replace(quote, '');
  const lines = written.split('\n');
  const signature = lines.findIndex((line) => /^-- ?$/.test(line));
  const own = (signature === -1 ? lines : lines.slice(0, signature))
    .filter((line) => !/^\s{0,2}[>＞]/.test(line))
    .join('\n');
  return promises.some((promise) => promise.test(own));
}
