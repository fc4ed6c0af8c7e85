/** TIFF and the raw files of most cameras, GIF, films of Matroska, and what begins with EBML. */
const starts = [
  'II*\0',
  'MM\0*',
  'II+\0',
  'MM\0+',
  'IIU\0',
  'GIF8',
  'FUJIFILM',
  '\x1a\x45\xdf\xa3',
];

/**
 * Pictures, films and sounds that can hold the place where they were made, and that nothing here
 * takes it out of: HEIC, TIFF, GIF, MP4 and their like, by their first bytes or by their type.
 */
export function isHidingFormat(start: Buffer, mimeType: string): boolean {
  const words = start.toString('latin1', 0, 12);
  if (starts.some((known) => words.startsWith(known))) return true;
  // ISO 14496-12 4.3: HEIC, AVIF, MP4, QuickTime and others.
  if (words.slice(4, 8) === 'ftyp') return true;
  return /^(?:image|video|audio)\//i.test(mimeType);
}
