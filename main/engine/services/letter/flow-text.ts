/** RFC 3676 4.2: a line is to be shorter than this, its soft break counted. Columns: an ideograph takes two. */
const longestLine = 76;

/** No line begins with these, and none ends with those (JIS X 4051). */
const neverFirst =
  /[、。，．・：；？！」』）〕】〉》”’ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ゛゜)\]}\p{M}]|\u200d|\ufe0f/u;
const neverLast = /[「『（〔【〈《“‘([{]|\u200d/u;

export type FlowedText = {
  /** Lines end with LF. */
  readonly text: string;
  /** A break stands where there was no blank: whoever joins the lines again takes the blank away. */
  readonly delSp: boolean;
};

/**
 * Text in format=flowed (RFC 3676), so that each program breaks lines to the width it has. Text
 * without blanks, such as Japanese, needs DelSp (4.1): else a blank would stand in each long sentence.
 */
export function flowText(text: string): FlowedText {
  const lines = text.replace(/\r\n?/g, '\n').split('\n').map(readLine);
  const delSp = lines.some(({ words }) => words.length > 0 && needsDelSp(words));
  return { text: lines.map((line) => writeLine(line, delSp)).join('\n'), delSp };
}

type Line = { readonly depth: number; readonly words: string };

function readLine(line: string): Line {
  const depth = /^>*/.exec(line)?.[0].length ?? 0;
  const inside = line.slice(depth);
  const words = depth > 0 ? inside.replace(/^ /, '') : inside;
  // 4.3: the line before a signature ends with a blank, and is not flowed all the same.
  return { depth, words: words === '-- ' ? words : words.replace(/ +$/, '') };
}

/** Whether it is too long, and some part of it between two blanks is, too. */
function needsDelSp(words: string): boolean {
  if (words.length * 2 <= longestLine) return false;
  return words.split(' ').some((part) => !isAscii(part) && widthOf(part) > longestLine);
}

function writeLine({ depth, words }: Line, delSp: boolean): string {
  const marks = '>'.repeat(depth);
  const room = longestLine - depth - 1;
  return breakWords(words, room, delSp)
    .map((part) => marks + (depth > 0 || needsStuffing(part) ? ' ' : '') + part)
    .map((line) => (line === `${marks} ` ? marks : line))
    .join('\n');
}

/** 4.4: what begins so would be taken for something else, or be changed on its way. */
function needsStuffing(part: string): boolean {
  return part.startsWith(' ') || part.startsWith('>') || part.startsWith('From ');
}

function breakWords(words: string, room: number, delSp: boolean): string[] {
  if (words === '-- ' || widthOf(words) <= room) return [words];
  const parts: string[] = [];
  let start = 0;
  let width = 0;
  /** Where the line may end: after this many signs, and whether a blank stands there already. */
  let best: number | null = null;
  let before = '';
  let at = 0;
  for (const sign of words) {
    const isAfterBlank = before === ' ' && sign !== ' ';
    const mayBreak =
      at > start &&
      // By itself on a line it would begin a signature.
      words.slice(start, at) !== '-- ' &&
      (isAfterBlank ||
        (delSp && isWide(before + sign) && !neverFirst.test(sign) && !neverLast.test(before)));
    if (mayBreak) best = at;
    width += isAscii(sign) ? 1 : 2;
    if (width > room && best !== null) {
      parts.push(words.slice(start, best) + (delSp ? ' ' : ''));
      start = best;
      width = widthOf(words.slice(start, at)) + (isAscii(sign) ? 1 : 2);
      best = null;
    }
    before = sign;
    at += sign.length;
  }
  const rest = words.slice(start);
  return [...parts, rest];
}

/** Between two signs of which one is an ideograph or a kana, a line may end. */
function isWide(signs: string): boolean {
  return /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3ffff}]/u.test(signs);
}

function widthOf(text: string): number {
  if (isAscii(text)) return text.length;
  let width = 0;
  for (const sign of text) width += isAscii(sign) ? 1 : 2;
  return width;
}

function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
  return /^[\u0000-\u007f]*$/.test(text);
}
