import { domainToASCII } from 'node:url';
import MimeNode from 'nodemailer/lib/mime-node';
import { oneLine } from '../../../shared/letter/reply-subject.ts';
import type { Participant } from '../../../shared/model/participant.ts';
import type { Charset } from '../../../shared/model/section-settings.ts';
import { encodePhrase, encodeWords } from './letter/encode-words.ts';
import { flowText } from './letter/flow-text.ts';
import { foldHeader } from './letter/fold-header.ts';
import { toIso2022Jp } from './letter/iso-2022-jp.ts';

export type LetterToCompose = {
  readonly sender: Participant;
  readonly to: readonly Participant[];
  /** Those who get a blind copy stand in the envelope alone. */
  readonly cc: readonly Participant[];
  readonly subject: string;
  /** Null for a letter that answers none. */
  readonly inReplyTo: {
    /** Null when the reader's message had none: the reply then starts its own thread. */
    readonly headerMessageId: string | null;
    readonly references: readonly string[];
  } | null;
  readonly text: string;
  /** Null for plain text alone. */
  readonly html: string | null;
  readonly attachments: readonly {
    readonly filename: string;
    readonly mimeType: string;
    readonly content: Buffer;
  }[];
  readonly headerMessageId: string;
  readonly date: Date;
  /** UTF-8 when none is said. The text must fit (iso-2022-jp.ts); names and the subject need not. */
  readonly charset?: Charset;
};

/** RFC 5322 2.1.1 allows long headers, but some servers refuse over 8 KB: the oldest are left out first. */
const longestReferences = 20;

/** The text is the staff member's: it must not make the library read a file or a URL. */
const options = { newline: 'windows', disableFileAccess: true, disableUrlAccess: true } as const;

/** The exact bytes of a letter. */
export async function composeLetter(letter: LetterToCompose): Promise<Buffer> {
  // The library would encode names and subjects its own way, and only as UTF-8.
  return Buffer.concat([Buffer.from(headOf(letter)), await bodyOf(letter)]);
}

/** The headers that nothing but the body decides, and the body. */
function bodyOf(letter: LetterToCompose): Promise<Buffer> {
  const { attachments, html } = letter;
  if (attachments.length === 0) {
    if (html === null) return textBody(letter);
    return addWords(rootNode('multipart/alternative', letter), letter).build();
  }
  const mail = rootNode('multipart/mixed', letter);
  addWords(html === null ? mail : mail.createChild('multipart/alternative'), letter);
  for (const { filename, mimeType, content } of attachments) {
    // RFC 2046 5.2.1: a message may not be in base64, and any other encoding may change its bytes.
    const type = /^(?:message|multipart)\//i.test(mimeType) ? 'application/octet-stream' : mimeType;
    mail
      .createChild(type, { ...options, filename: oneLine(filename) })
      .setHeader('Content-Disposition', 'attachment')
      .setHeader('Content-Transfer-Encoding', 'base64')
      .setContent(content);
  }
  return mail.build();
}

async function textBody(letter: LetterToCompose): Promise<Buffer> {
  const { contentType, text } = plainPart(letter);
  const mail = rootNode(contentType, letter);
  if (letter.charset !== 'iso-2022-jp') return mail.setContent(text).build();
  mail.setHeader('Content-Transfer-Encoding', '7bit');
  return Buffer.concat([Buffer.from(`${mail.buildHeaders()}\r\n\r\n`), jis(text)]);
}

function rootNode(contentType: string, { date, headerMessageId }: LetterToCompose): MimeNode {
  return new MimeNode(contentType, options)
    .setHeader('Message-ID', `<${headerMessageId}>`)
    .setHeader('Date', date.toUTCString().replace('GMT', '+0000'));
}

function addWords(parent: MimeNode, letter: LetterToCompose): MimeNode {
  const { contentType, text } = plainPart(letter);
  const isJapanese = letter.charset === 'iso-2022-jp';
  const plain = parent.createChild(contentType);
  // RFC 1468: seven bits are what this charset is for; the library would encode them.
  const head = `Content-Type: ${contentType}\r\nContent-Transfer-Encoding: 7bit\r\n\r\n`;
  if (isJapanese) plain.setRaw(Buffer.concat([Buffer.from(head), jis(text)]));
  else plain.setContent(text);
  if (letter.html === null) return parent;
  const rich = parent.createChild(`text/html; charset=${isJapanese ? 'iso-2022-jp' : 'utf-8'}`);
  rich.setContent(isJapanese ? toIso2022Jp(letter.html) : letter.html);
  return parent;
}

function jis(text: string): Buffer {
  return toIso2022Jp(text.replaceAll('\n', '\r\n'));
}

function plainPart({ text, charset = 'utf-8' }: LetterToCompose) {
  const flowed = flowText(text);
  const delSp = flowed.delSp ? '; delsp=yes' : '';
  return {
    text: flowed.text.endsWith('\n') ? flowed.text : `${flowed.text}\n`,
    contentType: `text/plain; charset=${charset}; format=flowed${delSp}`,
  };
}

function headOf({ charset = 'utf-8', ...letter }: LetterToCompose): string {
  const mailboxes = (people: readonly Participant[]) =>
    people.map((one) => mailbox(one, charset)).join(', ');
  const answered = letter.inReplyTo?.headerMessageId ?? null;
  const lines = [
    foldHeader('From', mailbox(letter.sender, charset)),
    foldHeader('To', mailboxes(letter.to)),
    letter.cc.length > 0 && foldHeader('Cc', mailboxes(letter.cc)),
    foldHeader('Subject', encodeWords(oneLine(letter.subject), charset)),
    answered !== null && isMessageId(answered) && foldHeader('In-Reply-To', `<${answered}>`),
    foldHeader('References', referencesOf(letter.inReplyTo).join(' ')),
  ];
  return lines.filter((line) => line !== false).join('');
}

/** RFC 5322 3.6.4: the parent's references and the parent itself; the first one names the thread. */
function referencesOf(answered: LetterToCompose['inReplyTo']): readonly string[] {
  if (answered === null || answered.headerMessageId === null) return [];
  const all = [...new Set([...answered.references, answered.headerMessageId])]
    .filter(isMessageId)
    .map((id) => `<${id}>`);
  if (all.length <= longestReferences) return all;
  return [...all.slice(0, 1), ...all.slice(1 - longestReferences)];
}

/** What a hostile parent could use to write headers of its own is not repeated. */
function isMessageId(id: string): boolean {
  return /^[\x21-\x3b\x3d\x3f-\x7e]{1,250}$/.test(id);
}

/** Throws for what is no address: policy has refused it long before. */
function mailbox({ name, address }: Participant, charset: Charset): string {
  const at = address.lastIndexOf('@');
  const ascii = `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`;
  if (!/^(?:[\w!#$%&'*+\-/=?^`{|}~.]+|"[\x21\x23-\x5b\x5d-\x7e ]+")@[\w.[\]:-]+$/.test(ascii)) {
    throw new Error('no address to write to');
  }
  const phrase = encodePhrase(oneLine(name), charset);
  return phrase === '' ? ascii : `${phrase} <${ascii}>`;
}
