import type { SectionId } from '../../../shared/model/section.ts';
import type { LetterLanguage } from '../letter.ts';

export type LaterLetter = {
  readonly sectionId: SectionId;
  readonly language: LetterLanguage;
  readonly readerName: string;
  readonly readerAddress: string;
  readonly subject: string;
  readonly text: string;
};

/** What readers write while the demo runs, in this order. */
export const laterLetters: readonly LaterLetter[] = [
  {
    sectionId: 'world-services',
    language: 'en',
    readerName: 'Nadia Kowalczyk',
    readerAddress: 'nadia.k@example.com',
    subject: 'Is the bridge open again?',
    text: 'Your story of this morning says that the Akebono bridge is closed "until further notice". The bus company says it opens at noon. Whom should I believe?\n\nNadia Kowalczyk',
  },
  {
    sectionId: 'members',
    language: 'ja',
    readerName: '三島 涼',
    readerAddress: 'mishima@example.com',
    subject: '会員証の再発行をお願いします',
    text: '会員番号 M-31120 の三島です。財布ごと会員証を失くしてしまいました。再発行の手続きを教えてください。\n\n三島 涼',
  },
  {
    sectionId: 'website-editor',
    language: 'en',
    readerName: 'Patrick Moynihan',
    readerAddress: 'pmoynihan@example.org',
    subject: 'Video without subtitles',
    text: 'The video on the potter of Bizen has no subtitles. I am deaf and would love to know what she says while the kiln is opened.\n\nPatrick Moynihan',
  },
  {
    sectionId: 'world-services',
    language: 'ja',
    readerName: '長谷部 学',
    readerAddress: 'hasebe@example.net',
    subject: '為替の数字について',
    text: '夕方の記事の円相場、「1ドル＝15円」となっています。一桁抜けているのではないでしょうか。\n\n長谷部',
  },
  {
    sectionId: 'members',
    language: 'en',
    readerName: 'Sunita Raghavan',
    readerAddress: 'sunita.raghavan@example.com',
    subject: 'Two readers at one address',
    text: 'My husband and I both read your English service. Do we need two memberships, or is there one for a household?\n\nSunita Raghavan',
  },
  {
    sectionId: 'website-editor',
    language: 'ja',
    readerName: '梶 晴美',
    readerAddress: 'kaji@example.org',
    subject: '料理の記事の分量',
    text: '「春の炊き込みご飯」の醤油が「大さじ20」となっていますが、「大さじ2」でしょうか。作る前に気がつきました。\n\n梶 晴美',
  },
  {
    sectionId: 'world-services',
    language: 'en',
    readerName: 'Isolde Brandt',
    readerAddress: 'isolde.brandt@kurier.example',
    subject: 'May we translate your report on the glass makers?',
    text: 'Dear colleagues,\n\nOur weekend edition would like to carry your report on the glass makers of Otaru in German. What would you ask for 900 words?\n\nIsolde Brandt, features',
  },
  {
    sectionId: 'members',
    language: 'ja',
    readerName: '大河内 進',
    readerAddress: 'okochi@example.net',
    subject: '会報が届いていません',
    text: '今月号の会報がまだ届いておりません。近所の会員の方には月曜に届いたそうです。ご確認いただけますか。\n\n大河内',
  },
  {
    sectionId: 'website-editor',
    language: 'en',
    readerName: 'Femi Adewale',
    readerAddress: 'femi.adewale@example.net',
    subject: 'The search finds nothing with an apostrophe',
    text: 'If I search for "fishermen\'s" I get an error page; without the apostrophe I get 212 stories. I thought you might like to know.\n\nFemi',
  },
  {
    sectionId: 'world-services',
    language: 'en',
    readerName: 'Marguerite Tan',
    readerAddress: 'marguerite.tan@example.org',
    subject: 'The child in the flood picture',
    text: 'The child in the yellow coat in your flood picture is my niece. She is well. The family asks whether they might have a print.\n\nMarguerite Tan',
  },
  {
    sectionId: 'members',
    language: 'en',
    readerName: 'Alistair Crane',
    readerAddress: 'alistair.crane@example.com',
    subject: 'Receipt for last year',
    text: 'Please send me a receipt for the whole of last year, for my tax return. I am registered under this address.\n\nAlistair Crane',
  },
  {
    sectionId: 'website-editor',
    language: 'ja',
    readerName: '安曇 千里',
    readerAddress: 'azumi@example.com',
    subject: '地図の色が見分けにくいです',
    text: '避難所の地図で、赤と緑の点の区別がつきません。色覚に特性のある者にも分かるよう、形も変えていただけないでしょうか。\n\n安曇 千里',
  },
  {
    sectionId: 'world-services',
    language: 'ja',
    readerName: '国際交流の会 田所',
    readerAddress: 'tadokoro@koryu.example',
    subject: '講師派遣のお願い',
    text: '市の国際交流の会で、英語ニュースの読み方についてお話しいただける方を探しております。再来月の土曜午後、謝礼は些少ですがご相談させてください。\n\n田所',
  },
  {
    sectionId: 'members',
    language: 'ja',
    readerName: '真鍋 いずみ',
    readerAddress: 'manabe@example.org',
    subject: 'メールアドレスの変更',
    text: '登録しているメールアドレスを、このアドレスに変更してください。以前のものは今月末で使えなくなります。\n\n真鍋 いずみ',
  },
  {
    sectionId: 'website-editor',
    language: 'en',
    readerName: 'Roberta Quill',
    readerAddress: 'roberta.quill@example.com',
    subject: 'Your tide table is an hour out',
    text: 'The tide table still shows winter time for the English ports. High water at Sampleton was at 10:12 today, not 09:12. People walk out to the island by it!\n\nRoberta Quill',
  },
  {
    sectionId: 'world-services',
    language: 'en',
    readerName: 'Emeka Thorne',
    readerAddress: 'emeka.thorne@example.net',
    subject: 'A tip about the new stadium',
    text: 'The tender for the stadium roof was open for six days over the holiday weekend. It is in the town gazette of {day-40}, page 9. I thought somebody should ask why.\n\nEmeka Thorne',
  },
  {
    sectionId: 'members',
    language: 'en',
    readerName: 'Hilde Aarestrup',
    readerAddress: 'hilde.aarestrup@example.org',
    subject: 'Pausing my membership',
    text: 'I shall be at sea from {month+2} to {month+5}. Can I pause my membership for those months?\n\nHilde Aarestrup',
  },
  {
    sectionId: 'website-editor',
    language: 'ja',
    readerName: '仁科 修',
    readerAddress: 'nishina@example.net',
    subject: '昔の記事へのリンクについて',
    text: '五年前の連載「川の名前」をもう一度読みたいのですが、リンクが切れています。どこかで読めますでしょうか。\n\n仁科 修',
  },
  {
    sectionId: 'world-services',
    language: 'ja',
    readerName: '保科 美月',
    readerAddress: 'hoshina@example.com',
    subject: '戦時中の写真の提供について',
    text: '祖父の遺品から、昭和十五年ごろの港の写真が見つかりました。お役に立つようでしたらお貸しいたします。\n\n保科 美月',
  },
  {
    sectionId: 'members',
    language: 'ja',
    readerName: '都築 亮',
    readerAddress: 'tsuzuki@example.net',
    subject: '学生会員から一般会員への切り替え',
    text: '来月から就職いたします。学生会員から一般会員に切り替えるには、どうすればよいですか。\n\n都築 亮',
  },
];
