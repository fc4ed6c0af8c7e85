import { finished } from 'node:stream/promises';
import { type AttachmentStream, type Headers, MailParser, type StructuredHeader } from 'mailparser';
import { decodeEscapes } from './guess-text.ts';
import { type HeaderFields, toHeaderFields } from './header-fields.ts';

export type MailPart = {
  readonly filename: string | null;
  readonly mimeType: string;
  readonly contentId: string | null;
  /** Bytes, decoded. */
  readonly size: number;
  /** As much as was asked for, null for none: a worker must not hold 60 MB to learn their number. */
  readonly content: Buffer | null;
};

export type ReadMail = {
  readonly fields: HeaderFields;
  readonly type: string;
  readonly reportType: string;
  readonly text: string;
  readonly html: string | null;
  readonly attachments: readonly MailPart[];
};

type PartHead = Pick<MailPart, 'filename' | 'mimeType'>;

export type ReadOptions = {
  /** How many bytes of the attachment at this index are wanted. */
  readonly wants: (index: number, part: PartHead) => number;
  /** For a window: plain parts that stand between HTML parts become HTML as well. */
  readonly forShowing?: boolean;
};

/** A longer page is kept as HTML but not made into text; characters. */
const convertedHtml = 500_000;

/** Bodies are read up to here; the raw message keeps the rest. */
const textCharacters = 4 * 1024 * 1024;

/** Longer header blocks end the parser; bytes of one part's. */
const headerBytes = 16 * 1024 * 1024;

/**
 * Reads a message with mailparser, chosen by `test/bench/mime.ts` on 64 messages with expectations
 * (subject, text, attachment count right) and mail of 11 KB on one core:
 *   mailparser 3.14   51/63  47/55  60/64  3,900 messages/s
 *   postal-mime 4.0   51/63  44/55  57/64  1,100 messages/s
 * What mailparser gets wrong, bytes of an undeclared charset, is put right around it.
 */
export async function readMail(
  raw: Buffer,
  { wants, forShowing = false }: ReadOptions,
): Promise<ReadMail> {
  const parser = new MailParser({
    // A forwarded message is an attachment; its words are not the sender's.
    ignoreEmbedded: true,
    keepDeliveryStatus: true,
    maxHeadSize: headerBytes,
    maxHtmlLengthToParse: convertedHtml,
    skipImageLinks: true,
    skipTextLinks: true,
    skipTextToHtml: !forShowing,
  });
  const attachments: MailPart[] = [];
  let headers: Headers = new Map();
  let fields: HeaderFields = new Map();
  let text = '';
  let html: string | null = null;
  parser.on('headers', (read) => {
    headers = read;
  });
  parser.on('headerLines', (lines) => {
    fields = toHeaderFields(lines);
  });
  parser.on('data', (item) => {
    if (item.type === 'text') {
      text = clean(item.text ?? '');
      html = typeof item.html === 'string' ? clean(item.html) : null;
      return;
    }
    readPart(item, (head) => wants(attachments.length, head)).then(
      (part) => {
        attachments.push(part);
        item.release?.();
      },
      (error: Error) => parser.destroy(error),
    );
  });
  const ended = finished(parser);
  parser.end(raw);
  await ended;
  // Its documented type for this header; the Map's is the union of every header's.
  const contentType = headers.get('content-type') as StructuredHeader | undefined;
  return {
    fields,
    type: contentType?.value.toLowerCase() ?? '',
    reportType: contentType?.params['report-type']?.toLowerCase() ?? '',
    text,
    html,
    attachments,
  };
}

function clean(text: string): string {
  return decodeEscapes(text.slice(0, textCharacters).replaceAll('\0', ''));
}

async function readPart(
  item: AttachmentStream,
  wants: (head: PartHead) => number,
): Promise<MailPart> {
  const head = { filename: item.filename ?? null, mimeType: item.contentType };
  const wanted = wants(head);
  const chunks: Buffer[] = [];
  let size = 0;
  item.content.on('data', (chunk: Buffer) => {
    if (size < wanted) chunks.push(chunk);
    size += chunk.length;
  });
  await finished(item.content, { writable: false });
  return {
    ...head,
    contentId: item.cid === undefined || item.cid === '' ? null : item.cid,
    size,
    content: wanted > 0 ? Buffer.concat(chunks) : null,
  };
}
