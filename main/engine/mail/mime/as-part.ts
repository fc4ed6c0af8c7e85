import type { Attachment } from '../../../../shared/model/attachment.ts';
import { partHash } from './head-digest.ts';
import type { IngestedMessage } from './ingest-message.ts';
import { toFileWords } from './search-fields.ts';

export type WholeMessage = {
  /** Bytes of all of it. */
  readonly size: number;
  /** As the server names them. */
  readonly attachments: readonly Attachment[];
};

/** What was read of a part of a message, with what is known of the whole. */
export function asPart(
  part: IngestedMessage,
  { size, attachments }: WholeMessage,
): IngestedMessage {
  return {
    ...part,
    ...{ size, attachments },
    search: { ...part.search, attachments: toFileWords(attachments) },
    contentHash: partHash({ headDigest: part.headDigest, size }),
  };
}
