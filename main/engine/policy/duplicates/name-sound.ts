/** Hepburn, by the hiragana that kana are folded to. Two characters come before one. */
const syllables: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'あa いi うu えe おo かka きki くku けke こko がga ぎgi ぐgu げge ごgo',
    'さsa しshi すsu せse そso ざza じji ずzu ぜze ぞzo たta ちchi つtsu てte とto',
    'だda ぢji づzu でde どdo なna にni ぬnu ねne のno はha ひhi ふfu へhe ほho',
    'ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo まma みmi むmu めme もmo',
    'やya ゆyu よyo らra りri るru れre ろro わwa ゐi ゑe をo んn ゔvu',
    'ぁa ぃi ぅu ぇe ぉo ゃya ゅyu ょyo ゎwa ゖke',
    'きゃkya きゅkyu きょkyo ぎゃgya ぎゅgyu ぎょgyo しゃsha しゅshu しょsho しぇshe',
    'じゃja じゅju じょjo じぇje ちゃcha ちゅchu ちょcho ちぇche にゃnya にゅnyu にょnyo',
    'ひゃhya ひゅhyu ひょhyo びゃbya びゅbyu びょbyo ぴゃpya ぴゅpyu ぴょpyo みゃmya みゅmyu みょmyo',
    'りゃrya りゅryu りょryo ふぁfa ふぃfi ふぇfe ふぉfo てぃti でぃdi うぃwi うぇwe うぉwo',
    'ゔぁva ゔぃvi ゔぇve ゔぉvo',
  ]
    .flatMap((line) => line.split(' '))
    .map((pair) => {
      const at = pair.search(/[a-z]/);
      return [pair.slice(0, at), pair.slice(at)];
    }),
);

const kanaName = /^[\u3041-\u3096ー\s・]+$/;
const latinName = /^[a-z\s.'’-]+$/;

/** How other systems than Hepburn's write a sound. In names of other tongues it changes both alike. */
const otherSpellings: readonly (readonly [RegExp, string])[] = [
  [/s(?=y[auo])y/g, 'sh'],
  [/t(?=y[auo])y/g, 'ch'],
  [/z(?=y[auo])y|jy(?=[auo])/g, 'j'],
  [/si/g, 'shi'],
  [/ti/g, 'chi'],
  [/tu/g, 'tsu'],
  [/(?<![sc])hu/g, 'fu'],
  [/zi|di/g, 'ji'],
  [/oh(?![aiueo])/g, 'o'],
];

/**
 * How a name sounds, as Latin letters, from its furigana or from the name where that is kana or Latin
 * itself: さとう, サトウ, Sato and Satoh are one. '' when nobody can tell: kanji have many readings.
 * Takes text folded by `foldName`.
 */
export function nameSound(written: string, furigana: string): string {
  const kana = furigana !== '' ? furigana : written;
  if (kanaName.test(kana)) return plain(fromKana(kana.replace(/[\s・]/g, '')));
  if (!latinName.test(written)) return '';
  const letters = written.replace(/[^a-z]/g, '');
  return plain(otherSpellings.reduce((text, [from, to]) => text.replace(from, to), letters));
}

function fromKana(kana: string): string {
  let text = '';
  let isDoubled = false;
  for (let at = 0; at < kana.length; ) {
    const two = syllables[kana.slice(at, at + 2)];
    const one = kana.charAt(at);
    const sound = two ?? syllables[one] ?? '';
    text += isDoubled ? sound.charAt(0) + sound : sound;
    isDoubled = one === 'っ';
    at += two === undefined ? 1 : 2;
  }
  return text;
}

/** Long vowels are written in many ways, and n before b, m and p as m. */
function plain(sound: string): string {
  return sound
    .replace(/m(?=[bmp])/g, 'n')
    .replace(/cch/g, 'tch')
    .replace(/o[ou]+/g, 'o')
    .replace(/uu+/g, 'u');
}
