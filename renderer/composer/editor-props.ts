import type { RefObject } from 'react';
import type { EditorHandle } from './editor-handle.ts';
import type { Words } from './letter-format.ts';
import type { Caret, Edit } from './undo-history.ts';

/** What a field for plain and one for rich text are told alike. */
export type EditorProps = {
  readonly handle: RefObject<EditorHandle | null>;
  readonly words: Words;
  /** Where Undo put the caret; null when nothing did. */
  readonly caret: Caret | null;
  /** Nothing was written yet: the caret stands above all that is there. */
  readonly isUntouched: boolean;
  readonly isReadOnly: boolean;
  readonly label: string;
  readonly placeholder: string;
  readonly onWrite: (words: Words, edit: Edit) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** An input method began to compose, or ended: until then nothing may change what it works on. */
  readonly onComposing: (isComposing: boolean) => void;
  readonly onLeave: () => void;
};
