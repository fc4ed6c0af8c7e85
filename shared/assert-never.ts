/** Ends an exhaustive switch: a value that gets here is a bug, so it throws. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${String(value)}`);
}
