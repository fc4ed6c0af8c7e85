import type { DemoConversation } from '../letter.ts';
import { fromReader, fromUs } from '../turn.ts';

const japanese = { sectionId: 'world-services', language: 'ja' } as const;

export const worldServicesJapanese: readonly DemoConversation[] = [
  {
    ...japanese,
    key: 'ja-ws-translation',
    readerName: '片桐 佐和子',
    readerAddress: 'katagiri@example.com',
    subject: '英語版記事の訳語についてお尋ねします',
    turns: [
      fromReader(
        66,
        '国際サービス部 御中\n\n{day-4}付の英語版記事で「消防団」が "fire department" と訳されていました。消防団は住民による非常勤の組織ですので、"volunteer fire corps" などが適切ではないかと思います。\n\n海外の知人が「消防署員が逃げた」と受け取ってしまい、気になりご連絡しました。\n\n片桐 佐和子',
      ),
      fromUs(
        62,
        '片桐様\n\nご指摘ありがとうございます。おっしゃるとおり、消防団を常備の消防署と読ませる訳でした。"volunteer fire corps" に改め、訂正の注記を付けました。',
      ),
      fromReader(
        60,
        '早速のご対応、ありがとうございました。知人にも新しい記事を送りました。\n\n片桐',
      ),
    ],
  },
  {
    ...japanese,
    key: 'ja-ws-interview',
    readerName: '大学新聞会 宮原',
    readerAddress: 'miyahara@gakusei-shimbun.example',
    subject: '【取材のお願い】国際報道の現場について',
    turns: [
      fromReader(
        26,
        '突然のご連絡失礼いたします。大学新聞会の宮原と申します。\n\n新年度に向けた特集で、英語でニュースを発信する方々のお仕事を紹介したいと考えております。再来週に30分ほど、オンラインでお話を伺えないでしょうか。質問案を添付いたします。\n\nご検討のほど、よろしくお願い申し上げます。',
        {
          unread: true,
          enclosures: [
            {
              kind: 'docx',
              fileName: '質問案.docx',
              text: '質問案\n1. 一日の仕事の流れ\n2. 英語で伝えるときに気をつけていること\n3. 学生へのひとこと',
            },
          ],
        },
      ),
    ],
  },
  {
    ...japanese,
    key: 'ja-ws-reprint',
    readerName: '公民館だより編集係 志賀',
    readerAddress: 'tayori@kominkan.example',
    subject: '記事転載の許可について',
    turns: [
      fromReader(
        140,
        'いつも拝読しております。公民館だより（月刊、600部、無料配布）に、貴社の「棚田を継ぐ人たち」を転載させていただけないでしょうか。\n\n条件などありましたらお知らせください。',
      ),
      fromUs(
        135,
        '志賀様\n\nお申し出ありがとうございます。無料配布の広報紙でしたら、出典を明記いただければ無償で転載いただけます。写真は別途お手続きが必要です。',
      ),
      fromReader(
        131,
        'ご許可いただきありがとうございます。写真は使わず、文章のみ掲載いたします。刷り上がりましたら一部お送りします。\n\n志賀',
      ),
      fromReader(
        6.3,
        '次号の校正刷りができましたのでお送りします。出典の書き方はこちらでよろしいでしょうか。\n\n志賀',
        {
          unread: true,
          enclosures: [
            {
              kind: 'pdf',
              fileName: '公民館だより校正.pdf',
              text: 'Kominkan dayori, proof\nCredit: Minato News Agency',
            },
          ],
        },
      ),
    ],
  },
  {
    ...japanese,
    key: 'ja-ws-complaint',
    readerName: '野々村 健',
    readerAddress: 'nonomura@example.net',
    subject: '昨日の地震速報の震度について',
    turns: [
      fromReader(
        17,
        '昨夜の速報で当町が「震度5強」とありましたが、実際の発表は「震度5弱」でした。遠方の家族からの電話が鳴りやまず、高齢の母が動揺しました。\n\n速報であっても確認してから出していただきたいです。',
      ),
      fromUs(
        15,
        '野々村様\n\nご心配をおかけし、お詫び申し上げます。隣町の値を取り違えておりました。21時14分に訂正を配信し、記事に経緯を記しました。',
      ),
      fromReader(
        0.9,
        'ご説明ありがとうございます。訂正は拝見しました。再発を防ぐためにどのような手順に変えるのか、差し支えない範囲で教えていただけますか。\n\n野々村',
        { unread: true },
      ),
    ],
  },
  {
    ...japanese,
    key: 'ja-ws-thanks',
    readerName: '海老名 千鶴',
    readerAddress: 'ebina@example.org',
    subject: 'ノルウェーの灯台守の記事に感動しました',
    turns: [
      fromReader(
        188,
        '毎朝の楽しみに読ませていただいています。灯台守のご夫婦の記事、とりわけ最後の一文に胸を打たれました。孫にも読ませたいと思います。\n\nこれからも良い記事をお待ちしています。',
      ),
    ],
  },
  {
    ...japanese,
    key: 'ja-ws-release',
    readerName: 'あおば精機 広報室',
    readerAddress: 'koho@aoba-seiki.example',
    subject: '【プレスリリース】小型水質計の新製品発表会のご案内',
    turns: [
      fromReader(
        44,
        '報道関係各位\n\n平素より大変お世話になっております。このたび養殖業者様向けの小型水質計を発売いたします。つきましては下記のとおり発表会を開催いたします。\n\n日時：{day+16} 14時～15時\n場所：港町産業会館 3階\n\nご出席の可否を{day+5}までにご返信ください。',
        {
          enclosures: [
            {
              kind: 'pdf',
              fileName: '発表会案内.pdf',
              text: 'Aoba Seiki: product launch',
            },
          ],
        },
      ),
    ],
  },
];
