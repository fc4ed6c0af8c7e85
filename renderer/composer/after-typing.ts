export type AfterTyping = {
  /** Once for all askings until then. */
  readonly ask: () => void;
  readonly isAsked: () => boolean;
  /** Does now what is asked for, if anything is. */
  readonly hurry: () => void;
};

/** A pause of this long is the end of a word to whoever watches, in ms. */
const pauseMs = 100;
/** How far what surrounds a text may be behind it, in ms. */
const longestMs = 1000;

/** Has something done at the next pause of the keys. */
export function createAfterTyping(work: () => void): AfterTyping {
  let pause: ReturnType<typeof setTimeout> | undefined;
  let longest: ReturnType<typeof setTimeout> | undefined;
  const isAsked = () => longest !== undefined;
  const hurry = () => {
    if (!isAsked()) return;
    clearTimeout(pause);
    clearTimeout(longest);
    longest = undefined;
    work();
  };
  return {
    ask() {
      clearTimeout(pause);
      pause = setTimeout(hurry, pauseMs);
      longest ??= setTimeout(hurry, longestMs);
    },
    isAsked,
    hurry,
  };
}
