import MailComposer from 'nodemailer/lib/mail-composer';
import type { Participant } from '../../../shared/model/participant.ts';

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
};

/** RFC 5322 2.1.1 allows long headers, but some servers refuse over 8 KB: the oldest are left out first. */
const longestReferences = 20;

/** The exact bytes of a letter. */
export async function composeLetter(letter: LetterToCompose): Promise<Buffer> {
  const answered = letter.inReplyTo?.headerMessageId ?? null;
  const references = referencesOf(letter.inReplyTo);
  const mail = new MailComposer({
    from: mailbox(letter.sender),
    to: letter.to.map(mailbox),
    ...(letter.cc.length === 0 ? {} : { cc: letter.cc.map(mailbox) }),
    subject: oneLine(letter.subject),
    text: letter.text.replace(/\r\n?/g, '\n'),
    ...(letter.html === null ? {} : { html: letter.html }),
    attachments: letter.attachments.map(({ filename, mimeType, content }) => ({
      filename: oneLine(filename),
      contentType: mimeType,
      content,
    })),
    date: letter.date,
    messageId: `<${letter.headerMessageId}>`,
    ...(answered === null ? {} : { inReplyTo: `<${answered}>` }),
    ...(references.length === 0 ? {} : { references: references.map((id) => `<${id}>`).join(' ') }),
    newline: 'windows',
    // The text is the staff member's: it must not make the library read a file or a URL.
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  return mail.build();
}

/** "Re: " once, whatever the reader's program calls it. */
export function replySubject(subject: string): string {
  const bare = oneLine(subject).replace(/^(?:(?:re|返信)(?:\[\d{1,3}\])?\s*[:：]\s*)+/i, '');
  return `Re: ${bare}`.trimEnd();
}

/** "Fwd: " once, likewise. */
export function forwardSubject(subject: string): string {
  const bare = oneLine(subject).replace(/^(?:(?:fwd?|転送)\s*[:：]\s*)+/i, '');
  return `Fwd: ${bare}`.trimEnd();
}

/** RFC 5322 3.6.4: the parent's references and the parent itself; the first one names the thread. */
function referencesOf(answered: LetterToCompose['inReplyTo']): readonly string[] {
  if (answered === null || answered.headerMessageId === null) return [];
  const all = [...new Set([...answered.references, answered.headerMessageId])].filter(isMessageId);
  if (all.length <= longestReferences) return all;
  return [...all.slice(0, 1), ...all.slice(1 - longestReferences)];
}

/** What a hostile parent could use to write headers of its own is not repeated. */
function isMessageId(id: string): boolean {
  return /^[\x21-\x3b\x3d\x3f-\x7e]{1,250}$/.test(id);
}

function mailbox({ name, address }: Participant): { name: string; address: string } {
  return { name: oneLine(name), address: oneLine(address) };
}

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a header must hold none (RFC 5322 2.2)
  return text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
}
