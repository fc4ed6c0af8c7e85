import { guessText } from './guess-text.ts';
import { type ReadMail, type ReadOptions, readMail } from './read-mail.ts';

const lost = '\ufffd';

/** Larger messages are not read a second time; bytes. */
const readAgainBytes = 8 * 1024 * 1024;

/**
 * Reads a message, and once more when bytes were lost: 8-bit text whose charset is absent or wrong,
 * as Japanese mailers sent for decades. The second time every byte is one character, so that the
 * charset can be guessed from what the parser left of the text.
 */
export async function readUndeclared(raw: Buffer, options: ReadOptions): Promise<ReadMail> {
  const mail = await readMail(raw, options);
  if (!hasLost(mail) || raw.length > readAgainBytes) return mail;
  const wide = await readMail(Buffer.from(raw.toString('latin1'), 'utf8'), {
    ...options,
    wants: () => 0,
  });
  const better = (first: string, second: string) =>
    first.includes(lost) ? (guessWide(second) ?? first) : first;
  return {
    ...mail,
    text: better(mail.text, wide.text),
    html: mail.html === null ? null : better(mail.html, wide.html ?? ''),
    attachments: mail.attachments.map((part, index) => {
      const second = wide.attachments[index]?.filename ?? '';
      return part.filename === null ? part : { ...part, filename: better(part.filename, second) };
    }),
  };
}

function hasLost({ text, html, attachments }: ReadMail): boolean {
  const names = attachments.map(({ filename }) => filename ?? '');
  return [text, html ?? '', ...names].some((one) => one.includes(lost));
}

/** Null when there are characters that no byte can be: then a part did declare its charset. */
function guessWide(text: string): string | null {
  if (/[^\0-\xff]/.test(text)) return null;
  return guessText(Buffer.from(text, 'latin1'));
}
