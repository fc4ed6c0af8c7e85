import type { DemoConversation } from '../letter.ts';
import { fromReader, fromUs } from '../turn.ts';

const japanese = { sectionId: 'website-editor', language: 'ja' } as const;

export const websiteEditorJapanese: readonly DemoConversation[] = [
  {
    ...japanese,
    key: 'ja-we-font',
    readerName: '唐沢 文夫',
    readerAddress: 'karasawa@example.com',
    subject: '文字の大きさを選べるようにしてください',
    turns: [
      fromReader(
        104,
        '七十八歳になります。毎朝タブレットで拝読しておりますが、新しい画面になってから文字が小さく、二本指で広げると行が画面からはみ出してしまいます。\n\n以前のように「大」を選べると助かります。',
      ),
      fromUs(
        100,
        '唐沢様\n\nご不便をおかけしております。画面右上の「表示」に文字の大きさを戻す作業を進めております。来週火曜日にはお使いいただける予定です。',
      ),
      fromReader(
        10.5,
        '本日「大」が戻っているのを確認しました。行もはみ出しません。年寄りの声を聞いてくださりありがとうございました。\n\n唐沢',
        { unread: true },
      ),
    ],
  },
  {
    ...japanese,
    key: 'ja-we-typo',
    readerName: '校正好きの読者',
    readerAddress: 'kosei@example.net',
    subject: '誤字のご連絡（先日の「港の朝市」）',
    turns: [
      fromReader(
        47,
        '「港の朝市」の記事、第三段落の「以外と」は「意外と」ではないでしょうか。ご確認ください。',
      ),
      fromUs(
        46,
        'ご指摘のとおりです。修正いたしました。いつも丁寧にお読みくださり、ありがとうございます。',
      ),
    ],
  },
  {
    ...japanese,
    key: 'ja-we-photo',
    readerName: '須藤 海斗',
    readerAddress: 'sudo.kaito@example.org',
    subject: '私が写っている写真の掲載について',
    turns: [
      fromReader(
        12.4,
        '{day-2}のマラソンの記事に、私の顔がはっきり写っている写真が載っています。勤務先には休暇の理由を伝えておらず、困っています。\n\n別の写真に差し替えていただくことは可能でしょうか。',
        { unread: true },
      ),
    ],
  },
  {
    ...japanese,
    key: 'ja-we-event',
    readerName: '港町図書館 催事担当',
    readerAddress: 'saiji@minatomachi-library.example',
    subject: '講演会のお知らせ掲載のお願い',
    turns: [
      fromReader(
        88,
        'お世話になっております。港町図書館です。\n\n{day+25}に「新聞の読みくらべ」講演会を開きます。地域のお知らせ欄に掲載いただけますでしょうか。チラシを添付いたします。',
        {
          enclosures: [
            {
              kind: 'pdf',
              fileName: '講演会チラシ.pdf',
              text: 'Lecture, Minatomachi Library',
            },
            { kind: 'chart', fileName: '昨年の参加者数.png' },
          ],
        },
      ),
      fromUs(
        85,
        'ご案内ありがとうございます。{day+7}のお知らせ欄に掲載いたします。文面に変更がありましたら前日までにお知らせください。',
      ),
      fromReader(84, '承知いたしました。変更はございません。よろしくお願いいたします。'),
    ],
  },
  {
    ...japanese,
    key: 'ja-we-privacy',
    readerName: '橘 みのり',
    readerAddress: 'tachibana@example.com',
    subject: '投稿した内容の取り扱いについて',
    turns: [
      fromReader(
        35,
        '先日お問い合わせ欄から意見を送りました。その際に書いた住所や電話番号は、どこかほかの会社に渡ることはありますか。',
      ),
      fromUs(
        32,
        '橘様\n\nいただいた内容は、お返事のためだけに使い、ほかの会社に渡すことはありません。会員登録とも結び付けません。ご希望でしたら、お返事の後に消すこともできます。',
      ),
      fromReader(31, '安心しました。お返事もいただけましたので、消していただけますか。\n\n橘'),
      fromUs(29, '橘様\n\nご希望のとおり、来月の整理の際に消去いたします。'),
    ],
  },
];
