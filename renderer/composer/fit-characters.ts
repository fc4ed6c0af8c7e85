/** What an older charset has instead of a sign that only some vendor's had, or that came later. */
const others: Readonly<Record<string, string>> = {
  髙: '高',
  﨑: '崎',
  德: '徳',
  濵: '浜',
  瀨: '瀬',
  '€': 'EUR',
  '•': '・',
  '–': '-',
  '—': '―',
};

export type Replacement = { readonly from: string; readonly to: string };

/**
 * What to write for the signs that do not fit into ISO-2022-JP, where there is something that says
 * the same: ① is (1), ㈱ is (株), half-width kana are full-width ones.
 */
export function fitCharacters(text: string, misfits: readonly string[]): readonly Replacement[] {
  // A mark of sound is a sign of its own among these: カ and ゛ make one.
  const kana = [...new Set(text.match(/[｡-ﾟ]+/g) ?? [])]
    .toSorted((one, other) => other.length - one.length)
    .map((from) => ({ from, to: from.normalize('NFKC') }));
  const signs = misfits
    .filter((sign) => !/[｡-ﾟ]/.test(sign))
    .map((from) => ({ from, to: others[from] ?? plainOf(from) }));
  return [...kana, ...signs].filter(({ from, to }) => to !== '' && to !== from);
}

function plainOf(sign: string): string {
  const plain = sign.normalize('NFKC');
  if (/^[①-⑳]$/.test(sign)) return `(${plain})`;
  // Latin letters lose their accents.
  return plain
    .normalize('NFD')
    .replace(/^([A-Za-z])\p{M}+$/u, '$1')
    .normalize('NFC');
}
