import { japaneseFormSender } from '../forms.ts';
import type { DemoConversation } from '../letter.ts';
import { fromReader, fromUs } from '../turn.ts';

const japanese = { sectionId: 'members', language: 'ja' } as const;

type Form = {
  readonly name: string;
  readonly furigana: string;
  readonly address: string;
  readonly telephone: string;
  readonly email: string;
  readonly plan: string;
  readonly comment?: string;
};

function registrationForm(form: Form): string {
  return `会員ページから新しい登録の申し込みがありました。\n\nお名前：${form.name}\nフリガナ：${form.furigana}\nご住所：${form.address}\n電話番号：${form.telephone}\nメール：${form.email}\nプラン：${form.plan}\nご要望：${form.comment ?? 'なし'}\n\n会員規約（2026年1月版）に同意済み`;
}

function registration(
  key: string,
  hoursAgo: number,
  unread: boolean,
  form: Form,
): DemoConversation {
  return {
    ...japanese,
    key,
    readerName: form.name,
    readerAddress: form.email,
    subject: `【会員登録】${form.plan}：${form.name}様`,
    turns: [fromReader(hoursAgo, registrationForm(form), { unread, sentBy: japaneseFormSender })],
  };
}

export const membersJapanese: readonly DemoConversation[] = [
  registration('ja-me-form-1', 0.4, true, {
    name: '渡瀬 由美子',
    furigana: 'ワタセ ユミコ',
    address: '〒231-0002 神奈川県横浜市中区海岸通92丁目3-4 はまなす荘101',
    telephone: '03-0000-1234',
    email: 'watase@example.com',
    plan: '一般会員（年払い）',
    comment: '会報は郵送を希望します。',
  }),
  registration('ja-me-form-2', 13.9, true, {
    name: '髙𣘺 正樹',
    furigana: 'タカハシ マサキ',
    address: '〒250-0311 神奈川県足柄下郡箱根町湯本9991-8 﨑田荘',
    telephone: '03-0000-5678',
    email: 'm-takahashi@example.net',
    plan: '一般会員（月払い）',
    comment: '名前は「はしごだか」で登録してください。',
  }),
  registration('ja-me-form-3', 58, false, {
    name: '港町信用組合 総務部',
    furigana: 'ミナトマチシンヨウクミアイ',
    address: '〒231-0005 神奈川県横浜市中区本町91丁目1-1',
    telephone: '03-0000-9000',
    email: 'somu@minatomachi-shinkumi.example',
    plan: '法人会員（10名）',
    comment: '請求書払いを希望します。',
  }),
  registration('ja-me-form-4', 160, false, {
    name: '𠮷野 葵',
    furigana: 'ヨシノ アオイ',
    address: '〒240-0067 神奈川県横浜市保土ヶ谷区常盤台95-20-7',
    telephone: '090-0000-2468',
    email: 'yoshino.aoi@example.org',
    plan: '学生会員',
  }),
  {
    ...japanese,
    key: 'ja-me-move',
    readerName: '若林 達也',
    readerAddress: 'wakabayashi@example.com',
    subject: '転居に伴う住所変更のお願い',
    turns: [
      fromReader(
        41,
        '会員番号 M-20418 の若林です。{day+8}に転居いたしますので、住所の変更をお願いいたします。\n\n新住所：〒248-0013 神奈川県鎌倉市材木座92-14-5\n電話番号は変わりません。',
      ),
      fromUs(
        39,
        '若林様\n\nご連絡ありがとうございます。{day+8}付で新しいご住所に変更いたしました。次号から新住所にお届けします。',
      ),
      fromReader(38, 'ご手配ありがとうございました。今後ともよろしくお願いいたします。'),
    ],
  },
  {
    ...japanese,
    key: 'ja-me-furigana',
    readerName: '東海林 咲',
    readerAddress: 'shoji.saki@example.net',
    subject: '登録名の読みが違っています',
    turns: [
      fromReader(
        23,
        '会員証が届きましたが、読みが「トウカイリン」になっています。正しくは「ショウジ」です。お手数ですが訂正をお願いします。',
      ),
      fromUs(
        20,
        '東海林様\n\n大変失礼いたしました。「ショウジ サキ」様に訂正し、新しい会員証を本日発送いたしました。',
      ),
      fromReader(
        2.9,
        '新しい会員証を受け取りました。正しく直っていました。古いほうはどのように処分すればよいでしょうか。\n\n東海林',
        { unread: true },
      ),
    ],
  },
  {
    ...japanese,
    key: 'ja-me-receipt',
    readerName: '有限会社 浜風堂',
    readerAddress: 'keiri@hamakazedo.example',
    subject: '領収書の再発行について',
    turns: [
      fromReader(
        92,
        'お世話になっております。浜風堂 経理の者です。昨年分の会費の領収書を紛失してしまいました。再発行いただけますでしょうか。一覧を添付いたします。',
        {
          enclosures: [
            {
              kind: 'csv',
              fileName: '会費一覧.csv',
              text: '月,金額\n2025-04,1980\n2025-05,1980\n2025-06,1980\n',
            },
          ],
        },
      ),
      fromUs(
        87,
        '浜風堂 経理ご担当者様\n\n再発行の領収書を郵送いたしました。「再発行」の文字が入りますことをご了承ください。',
      ),
    ],
  },
  {
    ...japanese,
    key: 'ja-me-group',
    readerName: '二階堂 誠',
    readerAddress: 'nikaido@example.org',
    subject: 'グループ会社への提供を止めたい',
    turns: [
      fromReader(
        16,
        '会員登録の情報がグループ会社に提供されることがあると規約で知りました。今後は提供しないでいただきたいのですが、どのような手続きが必要でしょうか。',
        { unread: true },
      ),
    ],
  },
  {
    ...japanese,
    key: 'ja-me-gift',
    readerName: '小早川 澄江',
    readerAddress: 'kobayakawa@example.com',
    subject: '息子に購読を贈りたいのですが',
    turns: [
      fromReader(
        70,
        '海外に赴任した息子に英語版の購読を贈りたいと思います。支払いは私、利用は息子、ということはできますか。',
      ),
      fromUs(
        67,
        '小早川様\n\nはい、お申し込みの際に「贈り物」をお選びいただけます。ご子息のお名前とメールアドレスのみで、ご住所は必要ありません。',
      ),
      fromReader(65, 'ありがとうございます。早速申し込みました。息子も喜んでおります。'),
    ],
  },
];
