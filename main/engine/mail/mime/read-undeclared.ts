import { guessText } from './guess-text.ts';
import { type ReadMail, type ReadOptions, readMail } from './read-mail.ts';

const lost = '\ufffd';

/** Larger messages are not read a second time; bytes. */
const readAgainBytes = 8 * 1024 * 1024;

/**
 * Reads a message, and again when bytes were lost: text whose charset is absent, wrong or unknown, as
 * Japanese mailers sent for decades. Then every byte is one character, so that the charset can be guessed
 * from what the parser left of the text: at first those that came as they are, and then, by another
 * label, those that came in quoted-printable or base64 too.
 */
export async function readUndeclared(raw: Buffer, options: ReadOptions): Promise<ReadMail> {
  const mail = await readMail(raw, options);
  if (raw.length > readAgainBytes || !hasLost(mail)) return mail;
  const plain = raw.toString('latin1');
  const second = betterOf(mail, await readWide(Buffer.from(plain, 'utf8'), options));
  if (!hasLost(second) || charsetsOf(plain) > 1) return second;
  return betterOf(second, await readWide(Buffer.from(relabelled(plain), 'latin1'), options));
}

function readWide(bytes: Buffer, options: ReadOptions): Promise<ReadMail> {
  return readMail(bytes, { ...options, wants: () => 0 });
}

function betterOf(mail: ReadMail, wide: ReadMail): ReadMail {
  const better = (first: string, second: string) => {
    if (!first.includes(lost) || second.includes(lost)) return first;
    const guessed = guessWide(second);
    return isMostlyLost(first) || doesFill(first, guessed) ? guessed : first;
  };
  return {
    ...mail,
    text: better(mail.text, wide.text),
    html: mail.html === null ? null : better(mail.html, wide.html ?? lost),
    attachments: mail.attachments.map((part, index) => {
      const second = wide.attachments[index]?.filename ?? lost;
      return part.filename === null ? part : { ...part, filename: better(part.filename, second) };
    }),
  };
}

function hasLost({ text, html, attachments }: ReadMail): boolean {
  const names = attachments.map(({ filename }) => filename ?? '');
  return [text, html ?? '', ...names].some((one) => one.includes(lost));
}

/** A broken byte or two in a text that reads well otherwise say nothing against its charset. */
function isMostlyLost(text: string): boolean {
  const lostOnes = text.split(lost).length - 1;
  const others = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
  return lostOnes > 0 && lostOnes * 4 >= lostOnes + others;
}

/** Whether it is the same text but for what was lost. */
function doesFill(text: string, guessed: string): boolean {
  if (text.length !== guessed.length) return false;
  for (let at = 0; at < text.length; at += 1)
    if (text[at] !== lost && text[at] !== guessed[at]) return false;
  return true;
}

/** Of several, one label would be wrong for the others. */
function charsetsOf(plain: string): number {
  const found = plain.matchAll(/^(?:content-type:|\s).*\bcharset\s*=\s*"?([\w.:-]+)/gim);
  return new Set([...found].map(([, label]) => label?.toLowerCase())).size;
}

/** The same message with every text part in a charset of the parser's (iconv-lite) in which each byte is a character. */
function relabelled(plain: string): string {
  const end = Math.max(0, plain.search(/\r?\n\r?\n/));
  const [head, rest] = [plain.slice(0, end), plain.slice(end)];
  // RFC 2045 5.2: what says nothing is plain text.
  const typed = /^content-type:/im.test(head) ? head : `${head}\r\nContent-Type: text/plain`;
  return `${typed}${rest}`
    .replace(/\bcharset(?=\s*=)/gi, 'x-charset')
    .replace(/^content-type:\s*text\/[\w.+-]+/gim, '$&; charset=binary');
}

/** Characters that no byte can be, of entities say, stand as they are between what is guessed. */
function guessWide(text: string): string {
  return text
    .split(/([^\0-\xff]+)/)
    .map((run, index) => (index % 2 === 1 ? run : guessText(Buffer.from(run, 'latin1'))))
    .join('');
}
