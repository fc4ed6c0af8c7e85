const words =
  'report section reader letter answer question photograph article deadline morning newspaper correction editor weather council election harbour train bridge school'.split(
    ' ',
  );
const japanese =
  '東京都の読者からの手紙が昨日の朝に届きました編集部は記事の訂正について返事を書きます写真と新聞の締め切りは明日です';

/** Mail such as a section gets: plain, Japanese, HTML alternatives, some with an attachment. */
export function generateMessages(count: number, bytes: number): Buffer[] {
  return Array.from({ length: count }, (_, index) => generateMessage(index, bytes));
}

export function generateMessage(index: number, bytes: number): Buffer {
  let seed = index * 7919 + 17;
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return seed % below;
  };
  const line = () => Array.from({ length: 10 }, () => words[random(words.length)]).join(' ');
  const kanji = () => {
    const from = random(japanese.length);
    return (japanese + japanese).slice(from, from + 24);
  };
  const text = (size: number, make: () => string) => {
    let body = '';
    while (Buffer.byteLength(body) < size) body += `${make()}\r\n`;
    return body;
  };
  const head = [
    'Received: from mx.example.net by mail.example.com with ESMTPS; Mon, 2 Nov 2026 09:00:00 +0900',
    `From: Reader ${index} <reader${index}@example.com>`,
    'To: World Services <world@example.org>',
    `Subject: ${index % 3 === 0 ? `=?UTF-8?B?${Buffer.from(kanji()).toString('base64')}?=` : line()}`,
    `Message-ID: <${index}.${random(1e9)}@example.com>`,
    `References: <${index - 1}.1@example.com> <${index - 2}.2@example.com>`,
    // One every half an hour or so.
    `Date: ${new Date(Date.UTC(2025, 0, 1) + index * 1_800_000 + random(900_000)).toUTCString()}`,
    'MIME-Version: 1.0',
  ];
  const make = index % 3 === 0 ? kanji : line;
  if (index % 2 === 0) {
    return message([...head, 'Content-Type: text/plain; charset=utf-8', '', text(bytes, make)]);
  }
  const html = `<html><body><p>${text(bytes / 3, make).replaceAll('\r\n', '</p>\r\n<p>')}</p></body></html>`;
  const alternative = [
    'Content-Type: multipart/mixed; boundary="outer"',
    '',
    '--outer',
    'Content-Type: multipart/alternative; boundary="inner"',
    '',
    '--inner',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text(bytes / 3, make),
    '--inner',
    'Content-Type: text/html; charset=utf-8',
    '',
    html,
    '--inner--',
    '--outer',
    'Content-Type: image/jpeg; name="photo.jpg"',
    'Content-Disposition: attachment; filename="photo.jpg"',
    'Content-Transfer-Encoding: base64',
    '',
    (
      Buffer.from(text(bytes / 4, line))
        .toString('base64')
        .match(/.{1,76}/g) ?? []
    ).join('\r\n'),
    '--outer--',
    '',
  ];
  return message([...head, ...alternative]);
}

function message(lines: readonly string[]): Buffer {
  return Buffer.from(lines.join('\r\n'));
}
