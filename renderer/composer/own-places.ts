/** Where these words begin in plain text, but for the lines that quote somebody. */
export function ownPlaces(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
    if (text[text.lastIndexOf('\n', at - 1) + 1] !== '>') places.push(at);
  }
  return places;
}

/** The text with other words there. */
export function replaceOwn(text: string, from: string, to: string): string {
  return ownPlaces(text, from).reduceRight(
    (next, at) => next.slice(0, at) + to + next.slice(at + from.length),
    text,
  );
}
