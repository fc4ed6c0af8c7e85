/** Where a test's server is, when it is not on a loopback port by its number. */
export type ServerPlace = {
  /** What it is called, in its certificate and in a mailbox's settings. */
  readonly name: string;
  readonly address: string;
};
