import { readAutomation } from './automation.ts';
import { sortBodyParts } from './body-parts.ts';
import { decodeCharset } from './decode-charset.ts';
import { decodeTransfer } from './decode-transfer.ts';
import { readAddresses } from './header-addresses.ts';
import { firstField } from './header-block.ts';
import { decodeHeaderText, foldHeaderText } from './header-text.ts';
import { htmlToText } from './html-to-text.ts';
import { readMessageId, readMessageIds } from './message-ids.ts';
import { toMimeBytes } from './mime-bytes.ts';
import type {
  AttachmentContent,
  InlineImage,
  MimeDefect,
  ParsedMessage,
} from './parsed-message.ts';
import { type Part, readPartTree } from './part-tree.ts';
import { toSnippet } from './snippet.ts';

/** Text bodies are read up to here; the raw message keeps the rest. */
const textBytes = 4 * 1024 * 1024;

/**
 * Reads a message. Whatever the bytes are it gives the best that can be had, and says what was wrong.
 *
 * Why our own, and not a library: `test/bench/mime.ts` on one core, mail of 11 KB, and 64 messages
 * with expectations (subject, text, attachment count right):
 *   mailparser 3.14   3,000 messages/s   51/63  47/55  60/64
 *   postal-mime 4.0     900 messages/s   51/63  44/55  57/64   rejects 2 MB of headers
 *   this             13,000 messages/s   56/63  49/55  64/64
 * A first sync of 20,000 messages may cost 8 s for everything; both libraries pass each line through
 * a promise or a stream and take longer for parsing alone. postal-mime still reads the addresses.
 */
export async function parseMessage(raw: Uint8Array): Promise<ParsedMessage> {
  return readMessage(raw);
}

/** `parseMessage` for callers that are in a worker already. */
export function readMessage(raw: Uint8Array): ParsedMessage {
  const defects = new Set<MimeDefect>();
  const bytes = toMimeBytes(raw, defects);
  const root = readPartTree(bytes, defects);
  const { headers } = root;
  if (raw.length > 0 && headers.fields.size === 0) defects.add('no-headers');
  const body = sortBodyParts(root);
  const read = (part: Part) => readText(bytes, part, defects);
  const htmlOnly = new Map(body.html.map((part) => [part, read(part)] as const));
  const text = body.text
    .map((part) => {
      const content = htmlOnly.get(part) ?? read(part);
      return part.type === 'text/html' ? htmlToText(content) : content;
    })
    .join('\n');
  const html = body.html.some((part) => part.type === 'text/html')
    ? body.html.map((part) => toHtml(part, htmlOnly.get(part) ?? '')).join('\n')
    : null;
  const field = (name: string) => firstField(headers, name);
  const people = (name: string) => readAddresses(headers.fields.get(name));
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
    snippet: toSnippet(text),
    attachments: body.attachments.map((part, index) => {
      const contentId = readMessageId(firstField(part.headers, 'content-id'));
      return {
        index,
        filename: readFilename(part),
        mimeType: part.type,
        size: decodePart(bytes, part).length,
        contentId,
        inline: contentId !== null && html?.includes(`cid:${contentId}`) === true,
      };
    }),
    automation: readAutomation(
      headers,
      root.type,
      (root.typeParameters.get('report-type') ?? '').toLowerCase(),
    ),
    listId: readMessageId(field('list-id')),
    defects: [...defects],
  };
}

/** An attachment's bytes by its place in `attachments`, or null when there is none. */
export function readAttachment(raw: Uint8Array, index: number): AttachmentContent | null {
  const defects = new Set<MimeDefect>();
  const bytes = toMimeBytes(raw, defects);
  const part = sortBodyParts(readPartTree(bytes, defects)).attachments[index];
  if (part === undefined) return null;
  const content = Uint8Array.from(decodePart(bytes, part));
  return { filename: readFilename(part), mimeType: part.type, content };
}

/** More than this in one message is not shown inside of it; as attachments they can still be saved. */
const inlineImageBytes = 20 * 1024 * 1024;

/** The images that a message's HTML may name by `cid:`. */
export function readInlineImages(raw: Uint8Array): InlineImage[] {
  const defects = new Set<MimeDefect>();
  const bytes = toMimeBytes(raw, defects);
  const images: InlineImage[] = [];
  let total = 0;
  for (const part of sortBodyParts(readPartTree(bytes, defects)).attachments) {
    const contentId = readMessageId(firstField(part.headers, 'content-id'));
    if (contentId === null || !part.type.startsWith('image/')) continue;
    const content = Uint8Array.from(decodePart(bytes, part));
    total += content.length;
    if (total > inlineImageBytes) break;
    images.push({ contentId, mimeType: part.type, content });
  }
  return images;
}

function decodePart(bytes: Buffer, part: Part): Buffer {
  return decodeTransfer(bytes.subarray(part.bodyStart, part.bodyEnd), part.encoding);
}

function readText(bytes: Buffer, part: Part, defects: Set<MimeDefect>): string {
  let content = decodePart(bytes, part);
  if (content.length > textBytes) {
    defects.add('text-cut');
    content = content.subarray(0, textBytes);
  }
  const decoded = decodeCharset(content, part.typeParameters.get('charset') ?? null);
  if (!decoded.charsetKnown) defects.add('charset-unknown');
  let text = decoded.text;
  if (text.includes('\0')) {
    defects.add('nul-bytes');
    text = text.replaceAll('\0', '');
  }
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}

const markup: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function toHtml(part: Part, content: string): string {
  if (part.type === 'text/html') return content;
  return `<pre>${content.replace(/[&<>]/g, (one) => markup[one] ?? one)}</pre>`;
}

/** No path of the sender's making may reach a save dialog: only what is behind the last slash. */
function readFilename(part: Part): string | null {
  if (part.filename === null) return null;
  const name = foldHeaderText(part.filename).split(/[\\/]/).at(-1) ?? '';
  return name === '' || name === '.' || name === '..' ? null : name.slice(0, 255);
}

function readDate(field: string | null): number | null {
  if (field === null) return null;
  const at = Date.parse(field.replace(/\([^()]*\)/g, ' ').trim());
  return Number.isNaN(at) ? null : at;
}
