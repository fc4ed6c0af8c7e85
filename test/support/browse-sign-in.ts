import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';

type Page = { readonly status: number; readonly location: string | null; readonly html: string };

type Visitor = {
  readonly login: string;
  /** Says no at the provider's page. */
  readonly declines?: boolean;
};

/** What somebody does in a browser with the sign-in page of `startOAuthProvider`; gives the last page's text. */
export async function browseSignIn(url: string, { login, declines = false }: Visitor) {
  const cookies = new Map<string, string>();
  let at = new URL(url);
  let page = await visit(at, cookies);
  for (let steps = 0; steps < 20; steps += 1) {
    if (page.location !== null) {
      at = new URL(page.location, at);
      page = await visit(at, cookies);
      continue;
    }
    const form = /<form[^>]* action="([^"]+)"/.exec(page.html)?.[1];
    if (form === undefined) return { status: page.status, html: page.html };
    const prompt = /name="prompt" value="(\w+)"/.exec(page.html)?.[1] ?? '';
    const isLogin = prompt === 'login';
    at = new URL(declines ? `${form}/abort` : form, at);
    const fields = { prompt, ...(isLogin ? { login, password: 'a password' } : {}) };
    page = declines ? await visit(at, cookies) : await visit(at, cookies, fields);
  }
  throw new Error(`the sign-in never ended: ${at}`);
}

function visit(
  url: URL,
  cookies: Map<string, string>,
  fields?: Readonly<Record<string, string>>,
): Promise<Page> {
  const isSecure = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const request = (isSecure ? requestSecure : requestPlain)(
      url,
      {
        method: fields === undefined ? 'GET' : 'POST',
        // The test's own provider: nobody else's page is opened here.
        ...(isSecure ? { rejectUnauthorized: false } : {}),
        headers: {
          connection: 'close',
          ...(isSecure ? { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') } : {}),
          ...(fields === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        },
      },
      async (response) => {
        for (const cookie of response.headers['set-cookie'] ?? []) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
          if (value === '') cookies.delete(name);
          else cookies.set(name, value);
        }
        let html = '';
        for await (const piece of response) html += piece;
        resolve({
          status: response.statusCode ?? 0,
          location: response.headers.location ?? null,
          html,
        });
      },
    );
    request.once('error', reject);
    request.end(fields === undefined ? undefined : new URLSearchParams(fields).toString());
  });
}
