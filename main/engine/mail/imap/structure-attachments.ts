import type { MessageStructureObject } from 'imapflow';
import type { Attachment } from '../../../../shared/model/attachment.ts';

/** More parts than this are no letter that somebody reads. */
const mostParts = 200;

/**
 * What the server says of a message's attachments (BODYSTRUCTURE, RFC 9051 7.5.2), for one of which not
 * everything is here: names and kinds to go by, until its own bytes tell.
 */
export function structureAttachments(root: MessageStructureObject | undefined): Attachment[] {
  const attachments: Attachment[] = [];
  const waiting = root === undefined ? [] : [root];
  for (let parts = 0; waiting.length > 0 && parts < mostParts; parts += 1) {
    const part = waiting.shift();
    if (part === undefined) break;
    const isLetter = part.type === 'message/rfc822';
    if (part.childNodes !== undefined && !isLetter) {
      waiting.unshift(...part.childNodes);
      continue;
    }
    const filename = part.dispositionParameters?.filename ?? part.parameters?.name ?? null;
    const isText = part.type === 'text/plain' || part.type === 'text/html';
    if (isText && part.disposition !== 'attachment' && filename === null) continue;
    attachments.push({
      index: attachments.length,
      filename,
      mimeType: part.type,
      size: decodedSize(part),
      contentId: part.id?.replace(/^<|>$/g, '') ?? null,
      inline: part.disposition === 'inline' && part.id !== undefined,
    });
  }
  return attachments;
}

/** RFC 2045 6.8: four characters for three bytes, in lines of 76 with their ends. */
function decodedSize({ size = 0, encoding }: MessageStructureObject): number {
  return encoding?.toLowerCase() === 'base64' ? Math.floor((size * 76 * 3) / (78 * 4)) : size;
}
