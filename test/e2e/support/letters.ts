export type Letter = {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
};

/** A plain-text letter to the World Services section, as a delivery agent hands it over. */
export function letter({ from, subject, text, messageId }: Letter): string {
  return [
    `From: ${from}`,
    'To: World Services <world-services@minato.example>',
    `Subject: ${subject}`,
    `Message-ID: <${messageId}>`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    text,
    '',
  ].join('\r\n');
}
