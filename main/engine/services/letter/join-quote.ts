import { escapeHtml } from '../../../../shared/escape-html.ts';
import type { MessageId } from '../../../../shared/ids.ts';
import { quoteText } from '../../../../shared/letter/quote-text.ts';
import type { LetterContent } from '../../../../shared/model/letter-content.ts';
import type { MimePool } from '../../mail/mime/worker-pool.ts';
import { findDeflatedSource } from '../../store/messages.ts';
import type { SectionDatabase } from '../../store/open-database.ts';

export type WholeLetter = Pick<LetterContent, 'text' | 'html'>;

/**
 * The letter as it leaves: with the quote below that is too long to stand in the text. Null when the
 * message that it is to quote is gone.
 */
export async function joinQuote(
  db: SectionDatabase,
  mime: MimePool,
  messageId: MessageId,
  { text, html, quote }: LetterContent,
): Promise<WholeLetter | null> {
  if (quote === null) return { text, html };
  const source = findDeflatedSource(db, messageId);
  if (source === null) return null;
  const message = await mime.parse(source);
  const quoted = quoteText(message.text.replace(/\r\n?/g, '\n'), quote);
  return {
    text: `${text.trimEnd()}\n\n${quoted}\n`,
    html: html === null ? null : html + htmlOf(quoted),
  };
}

function htmlOf(text: string): string {
  return `<pre style="white-space:pre-wrap;font:inherit">\n${escapeHtml(text)}</pre>`;
}
