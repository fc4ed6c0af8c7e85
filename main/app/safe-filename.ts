/** Names that Windows keeps for devices, whatever the extension. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
/** Separators, characters that some file system refuses, and invisible ones that hide an extension. */
const unsafe = /[\p{Cc}\p{Cf}<>:"/\\|?*]/gu;
const maxLength = 120;

/** A name to offer in the save dialog for an attachment, whatever the sender called it. */
export function safeFilename(name: string): string {
  const clean = name.replace(unsafe, '_').replace(/^[.\s]+|[.\s]+$/g, '');
  const dot = clean.lastIndexOf('.');
  const extension = dot > 0 ? clean.slice(dot).slice(0, 20) : '';
  const stem = dot > 0 ? clean.slice(0, dot) : clean;
  const short = `${[...stem].slice(0, maxLength).join('')}${extension}`;
  if (short === '') return 'attachment';
  return deviceName.test(short) ? `_${short}` : short;
}
