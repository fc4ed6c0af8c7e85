import type { IconName } from './ui/icons/paths.ts';

/** What kind of file it says it is; its content is never looked at. */
export function attachmentIcon(mimeType: string): IconName {
  const type = mimeType.toLowerCase();
  if (type.startsWith('image/')) return 'image';
  if (type === 'message/rfc822') return 'mail';
  if (/zip|compressed|x-7z|x-tar|gzip/.test(type)) return 'archive';
  return 'file';
}
