/**
 * A made-up reader whose every word is found nowhere else: one that turns up where it should not says
 * whose it is. Words of nine bytes or more (`formsOfText`).
 */
export type Canary = {
  readonly name: string;
  readonly address: string;
  readonly subject: string;
  readonly words: string;
  readonly attachment: string;
};

/** What of a canary is looked for. */
export const marksOf = ({ name, address, subject, words, attachment }: Canary): string[] => [
  name,
  address,
  subject,
  words,
  attachment,
];

export const sectionCanaries = {
  'World Services': [
    {
      name: 'Wilhelmina Canarybird',
      address: 'wilhelmina.quill@canary-one.example',
      subject: 'Lighthouse zq-tundra',
      words: 'the-tundra-lighthouse-was-painted-ochre',
      attachment: 'tundra-lighthouse-plan',
    },
    {
      name: '金糸雀　美津子',
      address: 'kanaria.mitsuko@canary-two.example',
      subject: '灯台の写真について訂正のお願い',
      words: '灯台は黄土色に塗られておりました',
      attachment: '灯台写真の撮影許可',
    },
  ],
  'Website editor': [
    {
      name: 'Bartholomew Canaryfinch',
      address: 'bartholomew.nib@canary-three.example',
      subject: 'Footnote zq-marzipan',
      words: 'marzipan-footnotes-number-seventeen',
      attachment: 'marzipan-footnote-scan',
    },
    {
      name: '紅雀　健太郎',
      address: 'benisuzume.kentaro@canary-four.example',
      subject: '脚注の十七番目が抜けています',
      words: '脚注が一つ足りないようです',
      attachment: '脚注の控え一覧表',
    },
  ],
  Members: [
    {
      name: 'Philippa Canarythrush',
      address: 'philippa.inkwell@canary-five.example',
      subject: 'Moving to zq-juniper-lane',
      words: 'juniper-lane-forty-one-03-5550-0143',
      attachment: 'juniper-lane-address-form',
    },
    {
      name: '鶯谷　さくら子',
      address: 'uguisudani.sakurako@canary-six.example',
      subject: '会員登録の住所変更届',
      words: '港区架空町四丁目へ転居いたしました',
      attachment: '住所変更届の控え',
    },
  ],
} as const satisfies Readonly<Record<string, readonly [Canary, Canary]>>;
