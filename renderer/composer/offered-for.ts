import type { MessageId } from '../../shared/ids.ts';
import type { EditedDraft } from '../../shared/model/edited-draft.ts';

/**
 * The version of a letter that answers this message. The reply may have been turned to another reader
 * since the engine was asked, and is stored a moment later: what one reader said stays out of it.
 */
export function offeredFor(found: EditedDraft | null, answers: MessageId): EditedDraft | null {
  return found?.messageId === answers ? found : null;
}
