import { startOfAttribution } from '../../../shared/letter/attribution.ts';

export type TextBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string; readonly lineCount: number };

/** A quote of up to this many lines is what the writer answers to: it stays in sight. */
const shortQuote = 4;

const quoteLine = /^\s{0,2}[>＞]/;

/** "-----Original Message-----": all that follows is history. */
const originalMessage =
  /^\s*(-{2,}\s*(original message|forwarded message|元のメッセージ|転送メッセージ)\s*-{2,}|_{20,})\s*$/i;

/** Cuts plain text into what was written and the quoted history that can be folded away. */
export function foldQuotes(text: string): readonly TextBlock[] {
  const lines = text.replace(/\r\n?/g, '\n').trimEnd().split('\n');
  const blocks: TextBlock[] = [];
  let written: string[] = [];
  const endWritten = () => {
    if (written.some((line) => line.trim() !== ''))
      blocks.push({ kind: 'text', text: trimBlankEdges(written) });
    written = [];
  };
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? '';
    if (originalMessage.test(line)) {
      endWritten();
      blocks.push(quoteOf(lines.slice(index)));
      return blocks;
    }
    if (!quoteLine.test(line)) {
      written.push(line);
      index += 1;
      continue;
    }
    const end = endOfQuote(lines, index);
    const isLast = end === lines.length;
    if (end - index <= shortQuote && !isLast) {
      written.push(...lines.slice(index, end));
    } else {
      const introduction = takeAttribution(written);
      endWritten();
      blocks.push(quoteOf([...introduction, ...lines.slice(index, end)]));
    }
    index = end;
  }
  endWritten();
  return blocks;
}

/** Blank lines between quoted ones belong to the quote. */
function endOfQuote(lines: readonly string[], start: number): number {
  let end = start;
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (quoteLine.test(line)) end = index + 1;
    else if (line.trim() !== '') break;
  }
  return end;
}

/** Takes the line or two that introduce the quote off the end of what was written. */
function takeAttribution(written: string[]): string[] {
  const end = written.findLastIndex((line) => line.trim() !== '') + 1;
  const start = startOfAttribution(written, end);
  return start === end ? [] : written.splice(start);
}

function quoteOf(lines: readonly string[]): TextBlock {
  return { kind: 'quote', text: trimBlankEdges(lines), lineCount: lines.length };
}

function trimBlankEdges(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}
