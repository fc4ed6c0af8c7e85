import libmime from 'libmime';
import { type Canary, marksOf } from './canary.ts';
import { formsOfText } from './forms-of-text.ts';

type Mail = {
  readonly mailFrom: string;
  readonly rcptTo: readonly string[];
  readonly raw: Buffer;
};

/**
 * What a message that a server took tells of others than its one reader: marks of other canaries, and
 * recipients who are none. An empty list is what we want.
 */
export function foreignMarks(mail: Mail, canaries: readonly Canary[]): string[] {
  const [recipient, ...more] = mail.rcptTo;
  const reader = canaries.find(({ address }) => address === recipient);
  if (reader === undefined || more.length > 0) return [`went to ${mail.rcptTo.join(', ')}`];
  const others = canaries.filter((one) => one !== reader).flatMap(marksOf);
  const readings = [Buffer.from(mail.mailFrom), ...readingsOf(mail.raw)];
  return others.filter((mark) =>
    formsOfText(mark).some((form) => readings.some((reading) => reading.includes(form))),
  );
}

/** As it came, and with the line ends and encoded words gone that may stand inside of a word. */
function readingsOf(raw: Buffer): Buffer[] {
  const text = raw.toString('latin1');
  const unfolded = text.replace(/\r\n[ \t]/g, ' ');
  return [
    raw,
    Buffer.from(text.replace(/=\r\n/g, ''), 'latin1'),
    Buffer.from(text.replace(/\r\n/g, ''), 'latin1'),
    Buffer.from(libmime.decodeWords(unfolded)),
  ];
}
