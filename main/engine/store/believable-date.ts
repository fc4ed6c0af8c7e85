const day = 24 * 60 * 60 * 1000;

/** E-mail with a Date header is younger than this; RFC 822 is of August 1982. */
const earliest = Date.UTC(1982, 7, 13);

/**
 * The time to show and sort by. The Date header is the sender's word: it is taken unless it is
 * absent, older than e-mail itself, or more than a day after the server received the message.
 * All in milliseconds since the epoch.
 */
export function believableDate(headerDate: number | null, arrivedAt: number): number {
  if (headerDate === null || headerDate < earliest || headerDate > arrivedAt + day) {
    return arrivedAt;
  }
  return Math.trunc(headerDate);
}
