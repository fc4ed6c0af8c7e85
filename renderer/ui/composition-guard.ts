/** A key that ends a composition may arrive just after `compositionend`, as a press of its own. */
const afterCompositionMs = 34;

type CompositionPress = {
  readonly isComposing: boolean;
  readonly keyCode: number;
  readonly timeStamp: number;
};

/** Tells the keys of an input method from those meant for the window. Times in ms. */
export function createCompositionGuard() {
  let endedAt = Number.NEGATIVE_INFINITY;
  return {
    ended: (timeStamp: number) => {
      endedAt = timeStamp;
    },
    /** 229 is what Chromium gives for every key that the input method takes. */
    isInputMethod: ({ isComposing, keyCode, timeStamp }: CompositionPress) =>
      isComposing || keyCode === 229 || timeStamp - endedAt < afterCompositionMs,
  };
}
