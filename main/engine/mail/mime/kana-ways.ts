/** From hiragana to its katakana, in code points (Unicode: Katakana is Hiragana and 96). */
const distance = 0x60;
const kanaRun = /[ぁ-ゖゝゞー]+|[ァ-ヶヽヾー]+/gu;

/** More would be as many phrases as two to their number. */
const mostRuns = 3;

/**
 * The ways in which a text may be written where katakana and hiragana are alike: each run of either in
 * both. Of a text with many runs, as it stands and all in the one or the other. A word is taken to be
 * written in one of them: ふェリー is not found by フェリー.
 */
export function kanaWays(text: string): string[] {
  const runs = text.match(kanaRun)?.length ?? 0;
  if (runs > mostRuns) return [...new Set([text, toHiragana(text), toKatakana(text)])];
  let ways = [''];
  let end = 0;
  for (const { 0: run, index } of text.matchAll(kanaRun)) {
    const before = text.slice(end, index);
    const both = new Set([toHiragana(run), toKatakana(run)]);
    ways = ways.flatMap((way) => [...both].map((kana) => way + before + kana));
    end = index + run.length;
  }
  return ways.map((way) => way + text.slice(end));
}

function toHiragana(text: string): string {
  return text.replace(/[ァ-ヶヽヾ]/gu, (kana) =>
    String.fromCharCode(kana.charCodeAt(0) - distance),
  );
}

function toKatakana(text: string): string {
  return text.replace(/[ぁ-ゖゝゞ]/gu, (kana) =>
    String.fromCharCode(kana.charCodeAt(0) + distance),
  );
}
