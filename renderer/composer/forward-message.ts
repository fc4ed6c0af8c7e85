/** The text that a forward starts with: room to write, then the head and the whole text of the message. */
export function forwardMessage(text: string, head: readonly string[]): string {
  // A line of a head is one line, whatever a hostile subject holds.
  const lines = head.map((line) => line.replace(/\s+/g, ' ').trim());
  return `\n\n${lines.join('\n')}\n\n${text.replace(/\r\n?/g, '\n').trim()}\n`;
}
