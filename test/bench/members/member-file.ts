const header = [
  ...[
    '姓',
    '名',
    '姓カナ',
    '名カナ',
    'メール',
    '電話番号',
    '郵便番号',
    '都道府県',
    '市区町村',
    '住所',
  ],
  ...['言語', 'プラン', '備考'],
];

const families = [
  ...[
    ['佐藤', 'サトウ'],
    ['鈴木', 'スズキ'],
    ['高橋', 'タカハシ'],
    ['田中', 'タナカ'],
  ],
  ...[
    ['渡辺', 'ワタナベ'],
    ['伊藤', 'イトウ'],
    ['山本', 'ヤマモト'],
    ['中村', 'ナカムラ'],
  ],
  ...[
    ['小林', 'コバヤシ'],
    ['五十嵐', 'イガラシ'],
    ['長谷川', 'ハセガワ'],
    ['森', 'モリ'],
  ],
  ...[
    ['Carter', ''],
    ['Nguyen', ''],
    ['Okafor', ''],
    ['Müller', ''],
  ],
] as const;
const given = [
  ...[
    ['由美子', 'ユミコ'],
    ['誠', 'マコト'],
    ['澪', 'ミオ'],
    ['健太', 'ケンタ'],
    ['花', 'ハナ'],
  ],
  ...[
    ['大輔', 'ダイスケ'],
    ['陽子', 'ヨウコ'],
    ['凛', 'リン'],
    ['翔', 'ショウ'],
    ['薫', 'カオル'],
  ],
  ...[
    ['直樹', 'ナオキ'],
    ['千尋', 'チヒロ'],
    ['葵', 'アオイ'],
  ],
] as const;
const places = [
  ...[
    ['東京都', '千代田区', '千代田'],
    ['大阪府', '大阪市北区', '梅田'],
  ],
  ...[
    ['北海道', '札幌市中央区', '北一条西'],
    ['福岡県', '福岡市博多区', '博多駅前'],
  ],
] as const;

/** A CSV file of so many made-up members, the same each time. No two have an address in common. */
export function makeMemberFile(count: number): Uint8Array {
  const rows = Array.from({ length: count }, (_, at) => toRow(at).join(','));
  return new TextEncoder().encode(`${[header.join(','), ...rows].join('\r\n')}\r\n`);
}

function toRow(at: number): readonly string[] {
  const [family, familyKana] = pick(families, at * 7 + (at >> 5));
  const [name, nameKana] = pick(given, at * 11 + (at >> 7));
  const [region, city, street] = pick(places, at);
  const number = String(at).padStart(8, '0');
  return [
    ...[family, name, familyKana, familyKana === '' ? '' : nameKana],
    ...[`member${at}@reader${at % 97}.example`, `090${number}`],
    ...[String(1_000_000 + ((at * 37) % 900_000)), region, city],
    ...[`${street}${1 + (at % 9)}-${1 + (at % 31)}`, at % 16 > 11 ? 'en' : 'ja'],
    ...[
      pick(['デイリー', 'ウィークリー', ''], at),
      at % 10 === 0 ? '平日の午前中に電話を希望。' : '',
    ],
  ];
}

function pick<T>(all: readonly T[], at: number): T {
  return all[at % all.length] as T;
}
