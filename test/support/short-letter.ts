/** A reader's letter of one word, known by its subject. */
export function shortLetter(subject: string): string {
  return (
    `From: Hana <hana@example.com>\r\nTo: world@minato.example\r\nSubject: ${subject}\r\n` +
    `Message-ID: <${subject}@example.com>\r\nDate: Mon, 02 Nov 2026 10:00:00 +0900\r\n\r\nText\r\n`
  );
}
