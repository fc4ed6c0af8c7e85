import { type DraftAttachment, longestFilename } from '../../../shared/model/draft-attachment.ts';

/** What a folder's border would be, what no system takes in a name, and what turns the writing round. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unsafe = /[\u0000-\u001f\u007f/\\:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** A file's name as the reader's computer can take it, its ending kept. */
export function safeName(name: string): string {
  const safe = name
    .replace(unsafe, ' ')
    .replace(/ +/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const ending = endingOf(safe);
  const stem = safe.slice(0, safe.length - ending.length).slice(0, longestFilename - 20);
  return stem + ending || 'file';
}

/** With its dot; '' where there is none. */
export function endingOf(name: string): string {
  return name.match(/[^.](\.[\p{L}\p{N}]{1,10})$/u)?.[1] ?? '';
}

/** A photo that was made smaller is a JPEG, whatever it was. */
export function sentName({ name, photoSize }: Pick<DraftAttachment, 'name' | 'photoSize'>): string {
  const ending = endingOf(name);
  if (photoSize === 'original' || /^\.jpe?g$/i.test(ending)) return name;
  return `${name.slice(0, name.length - ending.length)}.jpg`;
}
