export type TextBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string; readonly lineCount: number };

/** A quote of up to this many lines is what the writer answers to: it stays in sight. */
const shortQuote = 4;

const quoteLine = /^\s{0,2}[>＞]/;

/** "-----Original Message-----": all that follows is history. */
const originalMessage =
  /^\s*(-{2,}\s*(original message|forwarded message|元のメッセージ|転送メッセージ)\s*-{2,}|_{20,})\s*$/i;

/** "On … wrote:", "… さんは書きました：" and their like: a line that ends in a colon above a quote. */
const attribution =
  /(wrote|writes|schrieb|écrit|escribió|書きました|書きまし た|のメッセージ)\s*.{0,6}[:：]?\s*$/i;

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

/** Takes the attribution, which may be wrapped over two lines, off the end of what was written. */
function takeAttribution(written: string[]): string[] {
  let last = written.length - 1;
  while (last >= 0 && written[last]?.trim() === '') last -= 1;
  const line = written[last];
  // Only the end counts, and a line of a megabyte must not stop the window.
  if (line === undefined || !attribution.test(line.trimEnd().slice(-80))) return [];
  const above = written[last - 1] ?? '';
  const isWrapped = !/\d/.test(line) && /\d/.test(above) && above.trim() !== '';
  return written.splice(isWrapped ? last - 1 : last);
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
