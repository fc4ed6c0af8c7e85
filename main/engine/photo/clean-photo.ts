import type { PhotoPrivacy } from '../../../shared/model/draft-attachment.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import { cleanPng } from './clean-png.ts';
import { cleanWebp } from './clean-webp.ts';
import { isHidingFormat } from './hiding-formats.ts';
import type { SentParts } from './photo.ts';

type CleanPhoto = { readonly content: Buffer; readonly privacy: PhotoPrivacy };

/**
 * A file as it may leave: a photo without what tells where and when it was taken. What a file is, its
 * first bytes say, not its name. The picture itself stays as it is, bit for bit. One that is not
 * built as its kind has to be is left alone, and nothing is promised of it.
 */
export function cleanPhoto(content: Buffer, mimeType: string): CleanPhoto {
  const clean = cleanerOf(content);
  if (clean === null) {
    const mayTell = isHidingFormat(content, mimeType);
    return { content, privacy: mayTell ? 'may-tell' : 'no-photo' };
  }
  const parts = clean(content);
  if (parts === null) return { content, privacy: 'may-tell' };
  const cleaned = Buffer.concat(parts);
  return cleaned.equals(content)
    ? { content, privacy: 'clean' }
    : { content: cleaned, privacy: 'cleaned' };
}

/** Whether such a file is looked into as a whole, from its first bytes. */
export function isCleanable(start: Buffer): boolean {
  return cleanerOf(start) !== null;
}

function cleanerOf(start: Buffer): ((content: Buffer) => SentParts) | null {
  const words = start.toString('latin1', 0, 12);
  if (words.startsWith('\xff\xd8\xff')) return cleanJpeg;
  if (words.startsWith('\x89PNG\r\n\x1a\n')) return cleanPng;
  if (words.startsWith('RIFF') && words.slice(8) === 'WEBP') return cleanWebp;
  return null;
}
