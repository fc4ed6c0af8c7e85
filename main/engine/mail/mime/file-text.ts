import { guessText } from './guess-text.ts';
import type { MailPart } from './read-mail.ts';

/** Bytes of one file whose words are searched: a longer one is data. */
const searchedBytes = 256 * 1024;

const types = /^(?:text\/(?!html)[\w.+-]+|application\/(?:json|x-ndjson|yaml|x-tex))$/;
const names = /\.(?:txt|text|md|csv|tsv|ics|vcf|log|json|ya?ml|tex|srt)$/i;

/** How many bytes of an attachment are wanted for its words: none where it is no text. */
export function textWanted({
  mimeType,
  filename,
}: Pick<MailPart, 'mimeType' | 'filename'>): number {
  return types.test(mimeType.toLowerCase()) || names.test(filename ?? '') ? searchedBytes : 0;
}

/** What text files say, each a paragraph or more of its own. */
export function textOfFiles(attachments: readonly MailPart[]): string {
  return attachments
    .filter((part) => textWanted(part) > 0)
    .flatMap(({ content }) =>
      content === null ? [] : [toText(content.subarray(0, searchedBytes))],
    )
    .join('\n\n');
}

/** Spreadsheets are saved as UTF-16 with a mark (Unicode 2.13); all else says nothing of itself. */
function toText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // Bytes of something else under the name of a text.
  return bytes.subarray(0, 1024).includes(0) ? '' : guessText(bytes);
}
