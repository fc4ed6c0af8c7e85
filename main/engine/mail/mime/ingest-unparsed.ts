import { type IngestedMessage, toIngested } from './ingest-message.ts';
import { readUnparsed } from './read-unparsed.ts';

/**
 * What can be said of a message that ended the parser, without a parser: its bytes are kept, and
 * a few headers are read so that staff can find it.
 */
export function ingestUnparsed(raw: Uint8Array): IngestedMessage {
  return toIngested(raw, readUnparsed(raw));
}
