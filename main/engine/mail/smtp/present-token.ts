import type { SMTPConnectionCustomAuthContext } from 'nodemailer/lib/smtp-connection';

/** Under which nodemailer finds the method below. */
export const tokenMethod = 'FUMIBAKO-TOKEN';

/**
 * Signs in with an access token: by Google's XOAUTH2 where the server offers that, else by OAUTHBEARER
 * (RFC 7628), which nodemailer does not know.
 */
export function presentToken(accessToken: string, server: { host: string; port: number }) {
  return async (context: SMTPConnectionCustomAuthContext): Promise<void> => {
    const { user = '' } = context.auth;
    const isGoogles = context.authMethods.includes('XOAUTH2');
    const fields = isGoogles
      ? [`user=${user}`, `auth=Bearer ${accessToken}`]
      : [
          `n,a=${saslName(user)},`,
          `host=${server.host}`,
          `port=${server.port}`,
          `auth=Bearer ${accessToken}`,
        ];
    const response = Buffer.from(`${fields.join('\x01')}\x01\x01`).toString('base64');
    const method = isGoogles ? 'XOAUTH2' : 'OAUTHBEARER';
    let answer = await context.sendCommand(`AUTH ${method} ${response}`);
    // RFC 7628 3.2.3: why it was refused comes first, and is acknowledged.
    if (answer.status === 334) answer = await context.sendCommand(isGoogles ? '' : 'AQ==');
    if (answer.status === 235) context.resolve();
    else context.reject(new Error(answer.text));
  };
}

/** RFC 5801 4. */
function saslName(user: string): string {
  return user.replaceAll('=', '=3D').replaceAll(',', '=2C');
}
