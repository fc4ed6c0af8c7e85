/** Whom an administrator lets have a letter against the policy, and why. It lives with the letter in hand. */
export type LetterException = {
  readonly addresses: readonly string[];
  readonly reason: string;
};

/** Those that it names and the letter is still addressed to. */
export function stillAddressed(
  exception: LetterException | null,
  addresses: readonly string[],
): readonly string[] {
  return exception?.addresses.filter((address) => addresses.includes(address)) ?? [];
}
