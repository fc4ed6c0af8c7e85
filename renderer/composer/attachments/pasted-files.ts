import type { ClipboardEvent } from 'react';
import { splitName } from './file-name.ts';

/**
 * The files of the clipboard. Where there are words as well, those are meant: a word processor puts a
 * picture of them beside. A picture has no name there, but the one that it is given here.
 */
export function pastedFiles(
  { clipboardData }: Pick<ClipboardEvent, 'clipboardData'>,
  nameOfPicture: () => string,
): readonly File[] {
  if (clipboardData.types.includes('text/plain')) return [];
  return [...clipboardData.files].map((file) => {
    if (!/^image\.\w+$/.test(file.name)) return file;
    const { ending } = splitName(file.name);
    return new File([file], nameOfPicture() + ending, { type: file.type });
  });
}
