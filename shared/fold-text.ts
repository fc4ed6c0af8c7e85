const accented = /[\u00c0-\u024f\u1e00-\u1eff]|[\u0300-\u036f]/;
const latinAccent = /(\p{sc=Latin})\p{M}+/gu;

/** NFKC makes full-width ＡＢＣ and half-width ｶﾅ the same as their usual forms; Zürich is zurich. */
export function foldText(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase();
  if (!accented.test(folded)) return folded;
  return folded.normalize('NFD').replace(latinAccent, '$1').normalize('NFC');
}
