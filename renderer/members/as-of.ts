/** The change after which a record is shown as it was then. */
export type AsOf = {
  /** Of its entry in the chain. */
  readonly sequence: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
};
