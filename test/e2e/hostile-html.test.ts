import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Request } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { mailDocument as MailDocument } from '../../renderer/reading/html/mail-document.ts';
import type { sanitiseHtml as SanitiseHtml } from '../../renderer/reading/html/sanitise-html.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { findHostile } from './support/find-hostile.ts';
import { launchApp, type RunningApp } from './support/launch-app.ts';

const Payloads = z.array(z.object({ title: z.string().optional(), payload: z.string() }));
const root = fileURLToPath(new URL('../..', import.meta.url));
const corpus = `${root}../shared/corpora/hostile-html.json`;
const own = readPayloads(`${root}test/fixtures/html/hostile.json`);
const userData = makeTemporaryFolder();
let app: RunningApp;

function readPayloads(path: string): string[] {
  return Payloads.parse(JSON.parse(readFileSync(path, 'utf8'))).map(({ payload }) => payload);
}

declare global {
  var mail: { sanitiseHtml: typeof SanitiseHtml; mailDocument: typeof MailDocument };
}

/** The very files that the window uses, run where they run: in the page, under its own policy. */
beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { sanitiseHtml } from './sanitise-html.ts';
        export { mailDocument } from './mail-document.ts';`,
      resolveDir: `${root}renderer/reading/html`,
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'mail',
    footer: { js: 'globalThis.mail = mail;' },
  });
  app = await launchApp({ userData });
  await app.page.evaluate(outputFiles[0]?.text ?? '');
  await app.page.evaluate(`globalThis.findHostile = ${findHostile.toString()}`);
});

afterAll(async () => {
  await app.quit();
  removeFolder(userData);
});

const colours = {
  text: 'rgb(0, 0, 0)',
  background: 'rgb(255, 255, 255)',
  secondary: 'rgb(90, 90, 90)',
  border: 'rgb(200, 200, 200)',
  link: 'rgb(0, 0, 200)',
  isDark: false,
};

/** What is left of each payload that is hostile; an empty list is what we want. */
function leftOvers(payloads: readonly string[]): Promise<{ payload: string; found: string[] }[]> {
  return app.page.evaluate(
    ([sources, frameColours]) =>
      sources
        .map((payload) => {
          const { mail, findHostile: find } = globalThis as typeof globalThis & {
            findHostile: (markup: string) => string[];
          };
          const page = mail.mailDocument(mail.sanitiseHtml(payload), frameColours);
          return { payload, found: find(page) };
        })
        .filter(({ found }) => found.length > 0),
    [payloads, colours] as const,
  );
}

/**
 * Shows payloads as the reading pane does, and tells what they asked for, ran or moved. Each frame
 * costs a process, so a frame may hold several, cleaned one by one.
 */
async function show(payloads: readonly string[], inOneFrame = 1): Promise<string[]> {
  const events: string[] = [];
  const onRequest = (request: Request) => {
    if (!/^(data|about):/.test(request.url())) events.push(`request ${request.url()}`);
  };
  app.page.on('request', onRequest);
  app.page.on('dialog', (dialog) => {
    events.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  const before = app.page.url();
  const moved = await app.page.evaluate(
    async ([sources, frameColours, size]) => {
      const links: string[] = [];
      const stop = window.fumibako.on('link.requested', (payload) => {
        links.push(JSON.stringify(payload));
      });
      const showFrame = async (group: readonly string[]) => {
        const cleaned = group.map((payload) => globalThis.mail.sanitiseHtml(payload));
        const [first] = cleaned;
        if (first === undefined) return;
        const frame = document.createElement('iframe');
        frame.setAttribute('sandbox', '');
        frame.srcdoc = globalThis.mail.mailDocument(
          {
            ...first,
            html: cleaned.map(({ html }) => html).join(''),
            css: cleaned.map(({ css }) => css).join(''),
          },
          frameColours,
        );
        const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
        document.body.append(frame);
        await loaded;
        await new Promise((resolve) => setTimeout(resolve, 20));
        frame.remove();
      };
      for (let index = 0; index < sources.length; index += size)
        await showFrame(sources.slice(index, index + size));
      stop();
      return links;
    },
    [payloads, colours, inOneFrame] as const,
  );
  app.page.off('request', onRequest);
  if (app.page.url() !== before) events.push(`moved to ${app.page.url()}`);
  return [...events, ...moved.map((link) => `link ${link}`)];
}

it('sees the danger in the payloads before they are cleaned', async () => {
  const harmless = await app.page.evaluate(
    (payloads) =>
      payloads.filter((payload) => {
        const { findHostile: find } = globalThis as typeof globalThis & {
          findHostile: (markup: string) => string[];
        };
        return find(payload).length === 0;
      }),
    own,
  );
  expect(harmless).toEqual([]);
});

it('leaves nothing of our own payloads that runs, fetches, submits or navigates', async () => {
  expect(await leftOvers(own)).toEqual([]);
});

it('shows our own payloads without a request, a dialog or a step away', async () => {
  expect(await show(own)).toEqual([]);
});

it.skipIf(!existsSync(corpus))('leaves nothing of another project’s payloads either', async () => {
  const payloads = readPayloads(corpus);
  expect(payloads.length).toBeGreaterThan(200);
  expect(await leftOvers(payloads)).toEqual([]);
  expect(await show(payloads, 16)).toEqual([]);
});

it('keeps what a letter is made of', async () => {
  const mail = await app.page.evaluate(() =>
    globalThis.mail.sanitiseHtml(
      `<style>p.note{color:#a00;margin:4px}@media (max-width:600px){p{padding:2px}}</style>
       <body bgcolor="#fafafa"><h1>Title</h1><p class=note style="font-weight:bold">Words <b>bold</b></p>
       <table border=1><tr><td align=right>1</td></tr></table>
       <a href="https://example.com/a?b=c&d">a link</a> <a href="mailto:desk@example.com">mail</a>
       <ruby>漢<rt>かん</rt></ruby><img src="data:image/png;base64,AAAA" alt=p>`,
    ),
  );
  expect(mail.html).toContain('<h1>Title</h1>');
  expect(mail.html).toContain('font-weight:bold');
  expect(mail.html).toContain('<td align="right">1</td>');
  expect(mail.html).toContain('<ruby>漢<rt>かん</rt></ruby>');
  expect(mail.html).toContain('src="data:image/png;base64,AAAA"');
  expect(mail.css).toContain('p.note');
  expect(mail.css).toContain('@media');
  expect(mail.hasOwnColours).toBe(true);
  expect(mail.blocked).toBe(0);
  expect(mail.links).toEqual([
    { url: 'https://example.com/a?b=c&d', words: 'a link' },
    { url: 'mailto:desk@example.com', words: 'mail' },
  ]);
});

it('puts in the pictures that the mail itself carries, and only those', async () => {
  const mail = await app.page.evaluate(() =>
    globalThis.mail.sanitiseHtml(
      '<img src="cid:a%40example.com" alt=a><img src="cid:missing@example.com" alt=gone><img src="CID:b@example.com" alt=b>',
      new Map([
        ['a@example.com', 'data:image/png;base64,AAAA'],
        ['b@example.com', 'data:image/svg+xml;base64,AAAA'],
      ]),
    ),
  );
  expect(mail.contentIds).toEqual(['a@example.com', 'missing@example.com', 'b@example.com']);
  expect(mail.html.match(/<img/g)).toHaveLength(1);
  expect(mail.html).toContain('data:image/png;base64,AAAA');
  expect(mail.html).toContain('gone');
});

it('counts what it took out, and keeps the words of a missing picture', async () => {
  const mail = await app.page.evaluate(() =>
    globalThis.mail.sanitiseHtml(
      '<img src="https://track.example/a" alt="A kiosk at dawn"><p style="background:url(https://track.example/b)">x</p>',
    ),
  );
  expect(mail.blocked).toBe(2);
  expect(mail.html).toContain('A kiosk at dawn');
  expect(mail.html).not.toContain('track.example');
});
