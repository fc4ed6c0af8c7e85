import { longestFilename } from '../../../shared/model/draft-attachment.ts';

const ending = /[^.](\.[\p{L}\p{N}]{1,10})$/u;

/** Before the ending, and the ending with its dot; '' where there is none. */
export function splitName(name: string): { readonly stem: string; readonly ending: string } {
  const found = name.match(ending)?.[1] ?? '';
  return { stem: name.slice(0, name.length - found.length), ending: found };
}

/** A name that is too long loses its middle, not its ending. */
export function cutName(name: string): string {
  const { stem, ending: end } = splitName(name.trim());
  return stem.slice(0, longestFilename - end.length) + end || 'file';
}

/** What runs when it is opened: mail programs of readers refuse most of these. */
const programs =
  /\.(?:app|bat|cmd|com|cpl|dll|dmg|exe|hta|iso|jar|jse?|lnk|msi|msix|pkg|ps1|reg|scr|sh|vbe?|vbs|wsf)$/i;

export function isProgram(name: string): boolean {
  return programs.test(name);
}

/** `2026-11-26 09.05.12`: what a picture of the clipboard is named by, in the time of this computer. */
export function dateForName(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join('.')}`;
}
