import type { Delimiter } from '../../../shared/model/member-import.ts';

export const delimiterSigns: Readonly<Record<Delimiter, string>> = {
  comma: ',',
  tab: '\t',
  semicolon: ';',
};

/** The one that parts the header row into the most columns; a comma where none does. */
export function findDelimiter(text: string): Delimiter {
  const counts = { comma: 0, tab: 0, semicolon: 0 };
  let isQuoted = false;
  let isBlank = true;
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    // Blank lines before the header are none of it.
    if ((sign === '\n' || sign === '\r') && !isBlank) break;
    if (sign.trim() !== '' || sign === '\t') isBlank = false;
    if (sign === ',') counts.comma += 1;
    if (sign === '\t') counts.tab += 1;
    if (sign === ';') counts.semicolon += 1;
  }
  if (counts.tab > counts.comma && counts.tab >= counts.semicolon) return 'tab';
  return counts.semicolon > counts.comma ? 'semicolon' : 'comma';
}
