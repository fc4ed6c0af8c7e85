import { foldKana } from '../../../shared/fold-kana.ts';

export type LabelledText = {
  readonly label: string;
  /** In lines; '' where nothing or only a dash stands. */
  readonly value: string;
  /** What comes behind a blank line: more of a long answer, or nothing of it. */
  readonly more: string;
};

export type LabelledTexts = {
  readonly entries: readonly LabelledText[];
  /** What stands under no label. */
  readonly rest: string;
};

const open = '【［\\[〔';
const close = '】］\\]〕';
const mark = '■□●○◆◇▼▽▶';
const bracketed = new RegExp(
  `^[${mark}]?\\s*[${open}]([^${close}]{1,60})[${close}]\\s*[:：]?(.*)$`,
);
const inCells = /^([^\t]{1,60})\t(.*)$/;
// A time, and the address of a page, have a colon too.
const withColon = new RegExp(`^[${mark}・*＊•]?\\s*([^:：\\t]{1,60}?)\\s*[:：](?!//)(.*)$`);
const marked = new RegExp(`^[${mark}]\\s*(\\S.{0,59})$`);
const leadingMark = new RegExp(`^[${mark}]\\s*`);
const apart = /^(\S.{0,59}?)(?:\s{2,}|\u3000)(\S.*)$/;
const ruler = /^(?:-- ?|[-=_─━＝*~＿―]{4,})$/;
const dash = /^[-‐‑–—―−ー－]+$/;

/** By what a label is known again: in any width, kana, case, and with or without "required" behind. */
export function foldLabel(label: string): string {
  return foldKana(label)
    .replace(/[([](?:必須|任意|required|optional)[)\]]/g, '')
    .replace(/[\s*※:]/g, '');
}

/** Finds the labels of a form mail and what stands there. `known` are folded. */
export function readLabels(text: string, known: ReadonlySet<string>): LabelledTexts {
  const entries: { label: string; lines: string[]; more: string[] }[] = [];
  const rest: string[] = [];
  let current: (typeof entries)[number] | null = null;
  let isBehindBlank = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const words = line.trim();
    const found = labelOf(words, known);
    if (found !== null) {
      current = { label: found.label, lines: [], more: [] };
      if (found.value !== '') current.lines.push(found.value);
      entries.push(current);
      isBehindBlank = false;
    } else if (ruler.test(words)) {
      current = null;
    } else if (words === '') {
      isBehindBlank = current !== null && current.lines.length > 0;
      if (current !== null && current.more.length > 0) current.more.push('');
    } else if (current === null) rest.push(words);
    else (isBehindBlank || current.more.length > 0 ? current.more : current.lines).push(words);
  }
  return {
    entries: entries.map(({ label, lines, more }) => ({
      label,
      value: withoutDash(lines.join('\n')),
      more: more.join('\n').trim(),
    })),
    rest: rest.join('\n'),
  };
}

function labelOf(
  line: string,
  known: ReadonlySet<string>,
): { label: string; value: string } | null {
  const pair = [bracketed, inCells, withColon].map((form) => form.exec(line)).find(isLabelled);
  if (pair !== undefined) return toLabel(pair[1], pair[2]);
  const cells = apart.exec(line.replace(leadingMark, ''));
  if (cells !== null && known.has(foldLabel(cells[1] ?? ''))) return toLabel(cells[1], cells[2]);
  const alone = marked.exec(line)?.[1] ?? (known.has(foldLabel(line)) ? line : null);
  return alone === null || !/\p{L}/u.test(alone) ? null : toLabel(alone, '');
}

function isLabelled(found: RegExpExecArray | null): found is RegExpExecArray {
  return found !== null && /\p{L}/u.test(found[1] ?? '');
}

function toLabel(label = '', value = ''): { label: string; value: string } {
  return { label: label.replace(/[:：]\s*$/, '').trim(), value: value.trim() };
}

function withoutDash(value: string): string {
  return dash.test(value) ? '' : value;
}
