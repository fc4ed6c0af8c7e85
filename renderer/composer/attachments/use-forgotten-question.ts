import { useRef, useState } from 'react';

export type ForgottenQuestion = {
  readonly isOpen: boolean;
  /** Sends at once, or asks first; not twice for the same letter. */
  readonly ask: (isForgotten: boolean, send: () => void) => void;
  readonly sendAnyway: () => void;
  readonly goBack: () => void;
  /** Another letter begins. */
  readonly reset: () => void;
};

/** "Did you forget the attachment?", once a letter. */
export function useForgottenQuestion(): ForgottenQuestion {
  const [isOpen, setOpen] = useState(false);
  const wasAsked = useRef(false);
  const waiting = useRef<() => void>(() => undefined);
  return {
    isOpen,
    ask(isForgotten, send) {
      if (!isForgotten || wasAsked.current) {
        send();
        return;
      }
      wasAsked.current = true;
      waiting.current = send;
      setOpen(true);
    },
    sendAnyway() {
      setOpen(false);
      waiting.current();
    },
    goBack: () => setOpen(false),
    reset() {
      wasAsked.current = false;
    },
  };
}
