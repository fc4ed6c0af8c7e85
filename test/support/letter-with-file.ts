/** A reader's letter with one film of so many bytes, known by its subject. */
export function letterWithFile(subject: string, bytes: number): string {
  const lines = Buffer.alloc(bytes, 'a film ').toString('base64').replace(/.{76}/g, '$&\r\n');
  return (
    `From: Hana Sato <hana@example.com>\r\nSubject: ${subject}\r\nMIME-Version: 1.0\r\n` +
    `Message-ID: <${subject.replaceAll(' ', '-')}@example.com>\r\n` +
    'Content-Type: multipart/mixed; boundary=b\r\n\r\n' +
    '--b\r\nContent-Type: text/plain\r\n\r\nHere is the film\r\n' +
    '--b\r\nContent-Type: video/mp4; name=film.mp4\r\nContent-Transfer-Encoding: base64\r\n' +
    `Content-Disposition: attachment; filename=film.mp4\r\n\r\n${lines}\r\n--b--\r\n`
  );
}
