import { type ReactNode, useRef } from 'react';
import type { DraftAttachmentId } from '../../../shared/ids.ts';
import type { AttachmentPlace } from './attachment-place.ts';
import { DropTarget } from './drop-target.tsx';
import { promisesAttachment } from './forgotten-attachment.ts';
import { ForgottenDialog } from './forgotten-dialog.tsx';
import { type DraftAttachments, useDraftAttachments } from './use-draft-attachments.ts';
import { useFileDrop } from './use-file-drop.ts';
import { useForgottenQuestion } from './use-forgotten-question.ts';

type Letter = {
  /** What staff wrote, and the quote that may stand in it. */
  readonly text: string;
  readonly quote: string;
};

type Attaching = {
  readonly files: DraftAttachments;
  /** Sends with what is there: not while some is on its way, and not without a file that is promised. */
  readonly sendWith: (letter: Letter, send: (ids: readonly DraftAttachmentId[]) => void) => void;
  /** The letter was sent, or thrown away. */
  readonly reset: () => void;
  /** What lies over the window: where files may fall, and the question about a forgotten one. */
  readonly overlay: ReactNode;
};

/** The files of a letter and all that concerns them, but for the tray that shows them. */
export function useAttaching(
  place: AttachmentPlace,
  { isPossible, onDrop }: { readonly isPossible: boolean; readonly onDrop: () => void },
): Attaching {
  const files = useDraftAttachments(place);
  const question = useForgottenQuestion();
  const given = useRef<readonly DraftAttachmentId[]>([]);
  const drop = useFileDrop((dropped) => {
    onDrop();
    files.add(dropped);
  }, isPossible);
  return {
    files,
    sendWith({ text, quote }, send) {
      if (files.uploads.length > 0) {
        files.report({ kind: 'busy' });
        return;
      }
      const ids = files.attachments.map(({ id }) => id);
      const isForgotten = ids.length === 0 && promisesAttachment(text, quote);
      question.ask(isForgotten, () => {
        given.current = ids;
        send(ids);
      });
    },
    reset() {
      question.reset();
      files.forget(given.current);
    },
    overlay: (
      <>
        {drop !== null && <DropTarget place={drop} />}
        <ForgottenDialog question={question} />
      </>
    ),
  };
}
