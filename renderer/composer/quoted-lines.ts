import { startOfAttribution } from '../../shared/letter/attribution.ts';

const mark = /^\s*[>＞]/;

/** Characters without blanks: a line this long that a reader wrote as well is the reader's. */
const longEnough = 20;

/** Of the line above a quote, which another program may have wrapped. */
const piece = 4;

/**
 * Which lines are a reader's words, or introduce them. Programs wrap a quote anew, and what follows a
 * mark on the next line has none: `said` is all that the reader wrote, below the line that introduces it.
 */
export function findQuotedLines(lines: readonly string[], said: string): readonly boolean[] {
  const [introduction = ''] = said.trimStart().split('\n', 1).map(squeeze);
  const all = squeeze(said);
  const isQuoted: boolean[] = [];
  for (const [index, line] of lines.entries()) {
    const words = squeeze(line);
    const isMarked = mark.test(line);
    if (isMarked && isQuoted[index - 1] !== true) markIntroduction(lines, index, isQuoted);
    isQuoted.push(
      isMarked ||
        (words.length >= piece && introduction.includes(words)) ||
        (words !== '' &&
          (words.length >= longEnough || isQuoted[index - 1] === true) &&
          all.includes(words)),
    );
  }
  return isQuoted;
}

function markIntroduction(lines: readonly string[], start: number, isQuoted: boolean[]): void {
  let end = start;
  while (end > 0 && lines[end - 1]?.trim() === '') end -= 1;
  for (let index = startOfAttribution(lines, end); index < end; index += 1) isQuoted[index] = true;
}

function squeeze(text: string): string {
  return text.replace(/[\s>＞]+/g, '');
}
