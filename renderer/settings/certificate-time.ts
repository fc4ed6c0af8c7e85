/** A certificate's date as TLS libraries write it ("Nov 23 18:00:00 2026 GMT"), in ms; null when unreadable. */
export function certificateTime(text: string): number | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
