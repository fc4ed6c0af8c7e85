export type SecretLine = {
  /** The device secret, or null without a keychain. */
  readonly ask: () => Promise<Buffer | null>;
  /** The main process has answered. */
  readonly receive: (secret: Uint8Array | null) => void;
};

/** Asks the main process, which has the keychain; whoever asks meanwhile gets the same answer. */
export function createSecretLine(send: () => void): SecretLine {
  let waiting: ((secret: Buffer | null) => void)[] = [];
  return {
    ask: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        if (waiting.length === 1) send();
      }),
    receive(secret) {
      const answered = waiting;
      waiting = [];
      for (const resolve of answered) resolve(secret === null ? null : Buffer.from(secret));
    },
  };
}
