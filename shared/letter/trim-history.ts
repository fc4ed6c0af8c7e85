import { startOfAttribution } from './attribution.ts';

const quoteLine = /^\s{0,2}[>＞]/;
const originalMessage =
  /^\s*-{2,}\s*(original message|forwarded message|元のメッセージ|転送メッセージ)\s*-{2,}\s*$/i;

/**
 * The part of a message worth quoting: without the signature, without the history that it quotes
 * at its end, and without blank lines around. Quotes between the writer's own words stay.
 */
export function trimHistory(text: string): string {
  let lines = text.replace(/\r\n?/g, '\n').split('\n');
  const original = lines.findIndex((line) => originalMessage.test(line));
  if (original > 0) lines = lines.slice(0, original);
  // RFC 3676 4.3: "-- " alone on a line starts the signature; many lose its blank.
  const signature = lines.findLastIndex((line) => /^-- ?$/.test(line));
  if (signature > 0 && !lines.slice(signature).some((line) => quoteLine.test(line)))
    lines = lines.slice(0, signature);
  const own = dropTrailingQuote(lines);
  return own
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}

function dropTrailingQuote(lines: readonly string[]): readonly string[] {
  let end = lastWritten(lines, lines.length);
  if (end === 0 || !quoteLine.test(lines[end - 1] ?? '')) return lines;
  while (end > 0 && (quoteLine.test(lines[end - 1] ?? '') || lines[end - 1]?.trim() === ''))
    end -= 1;
  // All of it is a quote: then the quote is what there is to answer.
  if (end === 0) return lines;
  return lines.slice(0, startOfAttribution(lines, end));
}

function lastWritten(lines: readonly string[], from: number): number {
  let end = from;
  while (end > 0 && lines[end - 1]?.trim() === '') end -= 1;
  return end;
}
