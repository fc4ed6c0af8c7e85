import type { RawLetter } from '../letter.ts';

/**
 * Letters from old mail programs, their bytes encoded beforehand because Node has no encoder for
 * these charsets. The comments say what they read.
 */
export const japaneseCharsetLetters: readonly RawLetter[] = [
  {
    // 昭和三十九年の記事を探しています
    // 国際サービス部 御中
    //
    // 父が昭和三十九年の十月に取材を受けたと申しております。
    // 当時の記事の写しをいただくことはできますでしょうか。
    // 古い機械から送っておりますので、文字化けしましたらご容赦ください。
    //
    // 堀口 和男
    key: 'ja-iso2022-1',
    sectionId: 'world-services',
    readerAddress: 'horiguchi@example.com',
    readerName: '堀口 和男',
    hoursAgo: 4.9,
    unread: true,
    source: `From: =?ISO-2022-JP?B?GyRCS1k4fRsoQiAbJEJPQkNLGyhC?= <horiguchi@example.com>
To: <{section}>
Subject: =?ISO-2022-JP?B?GyRCPjxPQjswPT02ZUcvJE41LTt2JHJDNSQ3JEYkJCReJDkbKEI=?=
Date: {date}
Message-ID: <ja-iso2022-1@example.com>
MIME-Version: 1.0
Content-Type: text/plain; charset=ISO-2022-JP
Content-Transfer-Encoding: 7bit

\x1b$B9q:]%5!<%S%9It\x1b(B \x1b$B8fCf\x1b(B

\x1b$BIc$,><OB;0==6eG/$N==7n$K<h:\`$r<u$1$?$H?=$7$F$*$j$^$9!#\x1b(B
\x1b$BEv;~$N5-;v$N<L$7$r$$$?$@$/$3$H$O$G$-$^$9$G$7$g$&$+!#\x1b(B
\x1b$B8E$$5!3#$+$iAw$C$F$*$j$^$9$N$G!"J8;z2=$1$7$^$7$?$i$4MF<O$/$@$5$$!#\x1b(B

\x1b$BKY8}\x1b(B \x1b$BOBCK\x1b(B

`,
  },
  {
    // 会費の引き落とし日について
    // いつもお世話になっております。
    // 会費の引き落としは毎月何日でしょうか。
    // 年金の支給日の後にしていただけると助かります。
    //
    // 木下 節子
    key: 'ja-iso2022-2',
    sectionId: 'members',
    readerAddress: 'kinoshita@example.net',
    readerName: '木下 節子',
    hoursAgo: 27.5,
    unread: false,
    source: `From: =?ISO-2022-JP?B?GyRCTFoyPBsoQiAbJEJAYTtSGyhC?= <kinoshita@example.net>
To: <{section}>
Subject: =?ISO-2022-JP?B?GyRCMnFIcSROMHokLU1uJEgkN0Z8JEskRCQkJEYbKEI=?=
Date: {date}
Message-ID: <ja-iso2022-2@example.net>
MIME-Version: 1.0
Content-Type: text/plain; charset=ISO-2022-JP
Content-Transfer-Encoding: 7bit

\x1b$B$$$D$b$*@$OC$K$J$C$F$*$j$^$9!#\x1b(B
\x1b$B2qHq$N0z$-Mn$H$7$OKh7n2?F|$G$7$g$&$+!#\x1b(B
\x1b$BG/6b$N;Y5kF|$N8e$K$7$F$$$?$@$1$k$H=u$+$j$^$9!#\x1b(B

\x1b$BLZ2<\x1b(B \x1b$B@a;R\x1b(B

`,
  },
  {
    // 記事の表示について（機種依存文字）
    // ウェブ編集部 御中
    //
    // 当館の紹介記事で、電話番号の前の記号が「?」になっています。
    // 能登屋旅館 表示ソフト：十年前のもの
    // ①朝食 ②夕食 ㈱能登屋 のように書かれていたはずです。
    // ご確認をお願いいたします。
    key: 'ja-sjis-1',
    sectionId: 'website-editor',
    readerAddress: 'info@notoya.example',
    readerName: '能登屋旅館',
    hoursAgo: 24.6,
    unread: true,
    source: `From: =?Shift_JIS?B?lFyTb4mul7eK2Q==?= <info@notoya.example>
To: <{section}>
Subject: =?Shift_JIS?B?i0yOloLMlVyOpoLJgsKCooLEgWmLQI7tiMuRtpW2jpqBag==?=
Date: {date}
Message-ID: <ja-sjis-1@notoya.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=Shift_JIS
Content-Transfer-Encoding: base64

g0WDRoN1ldKPV5WUIIzkkoYKCpOWitmCzI/Qie6LTI6WgsWBQZNkmGKU1I2GgsyRT4LMi0yNhoKq
gXU/gXaCyYLIgsGCxIKigtyCt4FCCpRck2+Jrpe3itkglVyOpoNcg3SDZ4FGj1yUTpFPgsyC4ILM
CodAkqmQSCCHQZdbkEggh4qUXJNvia4ggsyC5oKkgsmPkYKpguqCxIKigr2CzYK4gsWCt4FCCoKy
im2URoLwgqiK6IKigqKCvYK1gtyCt4FCCg==
`,
  },
  {
    // 勉強会の資料に使わせていただきました
    // 先日の記事「灯台の予算表」を勉強会で使わせていただきました。
    // ソ連時代の能力表示など、訳しにくい語が多く、良い教材になりました。
    //
    // 英和翻訳の会 一同
    key: 'ja-sjis-2',
    sectionId: 'world-services',
    readerAddress: 'eiwa@example.org',
    readerName: '英和翻訳の会',
    hoursAgo: 110,
    unread: false,
    source: `From: =?Shift_JIS?B?iXCYYZZ8lvOCzInv?= <eiwa@example.org>
To: <{section}>
Subject: =?Shift_JIS?B?ldeLrYnvgsyOkZe/gsmOZ4LtgrmCxIKigr2CvoKrgtyCtYK9?=
Date: {date}
Message-ID: <ja-sjis-2@example.org>
MIME-Version: 1.0
Content-Type: text/plain; charset=Shift_JIS
Content-Transfer-Encoding: base64

kOaT+oLMi0yOloF1k5SR5ILMl1yOWpVcgXaC8JXXi62J74LFjmeC7YK5gsSCooK9gr6Cq4LcgrWC
vYFCCoNcmEGOnpHjgsyUXJfNlVyOpoLIgseBQZbzgrWCyYKtgqKM6oKqkb2CrYFBl8eCoouzjd6C
yYLIguiC3IK1gr2BQgoKiXCYYZZ8lvOCzInvIIjqk68K
`,
  },
];
