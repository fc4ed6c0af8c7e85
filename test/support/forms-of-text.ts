/**
 * A text of nine bytes or more as files and networks may hold it: plain, and in the codings of mail
 * and of addresses.
 */
export function formsOfText(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  // Whatever stands before it in the same base64 text: each of the three alignments, without its ends.
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(4, -4),
  );
  const percent = encodeURIComponent(text);
  const forms = [text, ...base64, percent, percent.replaceAll('%', '='), bytes.toString('hex')];
  return [...[...new Set(forms)].map((form) => Buffer.from(form)), Buffer.from(text, 'utf16le')];
}
