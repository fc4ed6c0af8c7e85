import type { AppError } from '../../../shared/errors.ts';
import type { LetterLimit } from '../../../shared/model/draft-attachment.ts';

/** Why a file did not come along. */
export type AttachmentProblem =
  /** `size` is what the letter would have, in bytes. */
  | {
      readonly kind: 'too-large';
      readonly name: string;
      readonly size: number;
      readonly limit: LetterLimit;
    }
  | { readonly kind: 'failed'; readonly name: string; readonly error: AppError }
  /** The letter was to be sent, and some are still on their way. */
  | { readonly kind: 'busy' };
