/** A mail as a form of the site sends it, with whatever is different given. */
export function formMail(
  fields: Readonly<Record<string, string>>,
  more: {
    readonly from?: string;
    readonly messageId?: string;
    readonly headers?: readonly string[];
    readonly type?: string;
    /** Of 24 November 2026. */
    readonly time?: string;
  } = {},
): string {
  const { from = 'Member page <form@minato.example>', messageId, headers = [] } = more;
  const body = Object.entries(fields).map(([label, value]) => `${label}: ${value}`);
  return [
    ...headers,
    `From: ${from}`,
    'To: members@minato.example',
    'Subject: A new registration',
    ...(messageId === undefined ? [] : [`Message-ID: <${messageId}>`]),
    `Date: Tue, 24 Nov 2026 ${more.time ?? '09:00:00'} +0000`,
    'MIME-Version: 1.0',
    `Content-Type: ${more.type ?? 'text/plain'}; charset=utf-8`,
    'Content-Transfer-Encoding: 8bit',
    '',
    ...body,
    '',
  ].join('\r\n');
}
