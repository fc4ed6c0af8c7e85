/** Fewer characters than this are refused for a new passphrase. */
export const minimumPassphraseLength = 10;
