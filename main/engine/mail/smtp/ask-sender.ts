import type { SMTPConnectionCustomAuthContext } from 'nodemailer/lib/smtp-connection';

/** nodemailer opens its command line only to methods of authentication; this one asks a question. */
export const senderMethod = 'FUMIBAKO-SENDER';

export const limitMethod = 'FUMIBAKO-LIMIT';

/** How large a letter the server takes, in bytes, as it said when it was greeted (RFC 1870 3). */
export function askLimit(said: (bytes: number | null) => void) {
  return ({ maxAllowedSize, resolve }: SMTPConnectionCustomAuthContext): void => {
    said(typeof maxAllowedSize === 'number' && maxAllowedSize > 0 ? maxAllowedSize : null);
    resolve();
  };
}

/** Names the sender and takes it back (RFC 5321 4.1.1.2 and 4.1.1.5): no message begins. */
export async function askSender(context: SMTPConnectionCustomAuthContext): Promise<void> {
  const answer = await context.sendCommand(`MAIL FROM:<${context.auth.user}>`);
  if (answer.status !== 250) {
    context.reject(new Error(answer.text));
    return;
  }
  await context.sendCommand('RSET');
  context.resolve();
}
