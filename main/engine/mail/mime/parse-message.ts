import type { Attachment } from '../../../../shared/model/attachment.ts';
import { readAutomation } from './automation.ts';
import { textOfFiles, textWanted } from './file-text.ts';
import { readAddresses } from './header-addresses.ts';
import { firstField } from './header-fields.ts';
import { decodeHeaderText, foldHeaderText } from './header-text.ts';
import { readMessageId, readMessageIds } from './message-ids.ts';
import type { AttachmentContent, InlineImage, ParsedMessage } from './parsed-message.ts';
import { type MailPart, type ReadMail, readMail } from './read-mail.ts';
import { readUndeclared } from './read-undeclared.ts';
import { readUnparsed } from './read-unparsed.ts';
import { toSnippet } from './snippet.ts';
import { toParseable } from './to-parseable.ts';

/**
 * Reads a message, for the store or for showing. Whatever the bytes are it gives the best that can
 * be had.
 */
export async function parseMessage(
  raw: Uint8Array,
  purpose: 'storing' | 'showing' = 'storing',
): Promise<ParsedMessage> {
  // The parser refuses what is too deep, too wide or too long; the message is there all the same.
  return readMessage(toParseable(raw), purpose === 'showing').catch(() => readUnparsed(raw));
}

async function readMessage(bytes: Buffer, forShowing: boolean): Promise<ParsedMessage> {
  const mail = await readUndeclared(bytes, {
    wants: (_, part) => (forShowing ? 0 : textWanted(part)),
    forShowing,
  });
  const { fields, html } = mail;
  const field = (name: string) => firstField(fields, name);
  const people = (name: string) => readAddresses(fields.get(name));
  const text = await readText(mail, bytes);
  return {
    headerMessageId: readMessageId(field('message-id')),
    inReplyTo: readMessageIds(field('in-reply-to')),
    references: readMessageIds(field('references')),
    subject: foldHeaderText(decodeHeaderText(field('subject') ?? '')),
    from: people('from'),
    sender: people('sender'),
    replyTo: people('reply-to'),
    to: people('to'),
    cc: people('cc'),
    sentAt: readDate(field('date')),
    text,
    html,
    fileText: textOfFiles(mail.attachments),
    snippet: toSnippet(text),
    attachments: mail.attachments.map((part, index) => toAttachment(part, index, html)),
    automation: readAutomation(fields, mail.type, mail.reportType),
    listId: readMessageId(field('list-id')),
  };
}

/** An attachment's bytes by its place in `attachments`, or null when there is none. */
export async function readAttachment(
  raw: Uint8Array,
  index: number,
): Promise<AttachmentContent | null> {
  const mail = await readUndeclared(toParseable(raw), {
    wants: (one) => (one === index ? Infinity : 0),
  });
  const part = mail.attachments[index];
  if (part === undefined || part.content === null) return null;
  const content = Uint8Array.from(part.content);
  return { filename: readFilename(part.filename), mimeType: part.mimeType, content };
}

/** More than this in one message is not shown inside of it; as attachments they can still be saved. */
const inlineImageBytes = 20 * 1024 * 1024;

/** The images that a message's HTML may name by `cid:`. */
export async function readInlineImages(raw: Uint8Array): Promise<InlineImage[]> {
  const mail = await readUndeclared(toParseable(raw), { wants: () => Infinity });
  const images: InlineImage[] = [];
  let total = 0;
  for (const { contentId, mimeType, size, content } of mail.attachments) {
    if (contentId === null || content === null || !mimeType.startsWith('image/')) continue;
    total += size;
    if (total > inlineImageBytes) break;
    images.push({ contentId, mimeType, content: Uint8Array.from(content) });
  }
  return images;
}

/** What stands for an image in text that was made from HTML. */
const imageMark = / ?\[(?:cid|data):[^\]\s]*\]/g;

async function readText({ text, html, type, attachments }: ReadMail, raw: Buffer): Promise<string> {
  if (text.trim() !== '') return text;
  if (html !== null) return (await readAs('text/html', Buffer.from(html))).replace(imageMark, '');
  // No part was found where the header promised some: show what there is.
  const isBroken = type.startsWith('multipart/') && attachments.length === 0;
  return isBroken ? readAs('text/plain', raw.subarray(bodyStart(raw))) : text;
}

/** mailparser makes text of HTML only where it is the whole message: so it is given one. */
async function readAs(type: string, body: Buffer): Promise<string> {
  const header = Buffer.from(`Content-Type: ${type}; charset=utf-8\r\n\r\n`);
  return (await readMail(Buffer.concat([header, body]), { wants: () => 0 })).text;
}

/** RFC 5322 2.1: the body begins behind the first empty line. */
function bodyStart(raw: Buffer): number {
  const crlf = raw.indexOf('\r\n\r\n');
  const lf = raw.indexOf('\n\n');
  if (crlf !== -1 && (lf === -1 || crlf < lf)) return crlf + 4;
  return lf === -1 ? raw.length : lf + 2;
}

function toAttachment(part: MailPart, index: number, html: string | null): Attachment {
  const { contentId, mimeType, size } = part;
  return {
    index,
    filename: readFilename(part.filename),
    mimeType,
    size,
    contentId,
    inline: contentId !== null && html?.includes(`cid:${contentId}`) === true,
  };
}

/** No path of the sender's making may reach a save dialog: only what is behind the last slash. */
function readFilename(given: string | null): string | null {
  if (given === null) return null;
  const name = foldHeaderText(given).split(/[\\/]/).at(-1) ?? '';
  return name === '' || name === '.' || name === '..' ? null : name.slice(0, 255);
}

function readDate(field: string | null): number | null {
  if (field === null) return null;
  const at = Date.parse(field.replace(/\([^()]*\)/g, ' ').trim());
  return Number.isNaN(at) ? null : at;
}
