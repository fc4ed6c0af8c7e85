type DraftInHand = { readonly flush: () => Promise<void> };

/** Every draft that may still hold words that are not stored: those on screen, and those just left. */
const inHand = new Set<DraftInHand>();

/** Counts a draft in until the function that this returns is called. */
export function takeInHand(flush: () => Promise<void>): () => void {
  // An object of its own: the same draft may be taken in hand again before it was let go.
  const draft = { flush };
  inHand.add(draft);
  return () => {
    inHand.delete(draft);
  };
}

/** Stores what is typed and not stored yet; settles when all of it is stored, or has failed to be. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...inHand].map(({ flush }) => flush()));
}
