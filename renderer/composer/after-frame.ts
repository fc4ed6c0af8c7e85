export type AfterFrame = {
  /** Once for all askings until then. */
  readonly ask: () => void;
  readonly isAsked: () => boolean;
  /** Does now what is asked for, if anything is. */
  readonly hurry: () => void;
};

/** Has something done when the next frame is on screen: what was typed is seen before it is done. */
export function createAfterFrame(work: () => void): AfterFrame {
  let isAsked = false;
  const hurry = () => {
    if (!isAsked) return;
    isAsked = false;
    work();
  };
  return {
    ask() {
      if (isAsked) return;
      isAsked = true;
      requestAnimationFrame(() => {
        // A task that is posted before a frame runs when that frame is drawn.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = hurry;
        port2.postMessage(null);
      });
    },
    isAsked: () => isAsked,
    hurry,
  };
}
