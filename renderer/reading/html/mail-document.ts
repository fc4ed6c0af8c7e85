import type { SanitisedHtml } from './sanitise-html.ts';

/** Computed colours of the reading pane, as `rgb(...)`. */
export type FrameColours = {
  readonly text: string;
  readonly background: string;
  readonly secondary: string;
  readonly border: string;
  readonly link: string;
  readonly isDark: boolean;
};

/** The second wall: even if the sanitiser let something through, nothing may run or be fetched. */
const policy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

/** Starts with a background or a table, as newsletters do. */
const isLaidOut =
  /^<div(?: style="[^"]*background[^"]*")?>\s*<(?:table|center)\b|^<div style="[^"]*background/;

/**
 * The frame is as high as the mail: a mail as high as its frame would grow without end. A link or an
 * image that is dragged out of the window would open, or be a file, past question and ledger.
 */
const frameRules =
  'html,body{height:auto!important;min-height:0!important;max-height:none!important}' +
  'a,img{-webkit-user-drag:none!important}';

/** The whole document of the mail frame. `colours` are left out for a mail that brings its own. */
export function mailDocument(
  { html, css, hasOwnColours }: SanitisedHtml,
  colours: FrameColours,
): string {
  return [
    '<!doctype html><html><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
    `<style>${baseStyle(hasOwnColours ? null : colours)}</style>`,
    // A page with a background of its own goes up to the edge.
    hasOwnColours && !isLaidOut.test(html) ? '<style>body{padding:12px 16px}</style>' : '',
    css === '' ? '' : `<style>${css}</style>`,
    `<style>${frameRules}</style>`,
    `</head><body>${html}</body></html>`,
  ].join('');
}

function baseStyle(colours: FrameColours | null): string {
  const scheme = colours?.isDark ? 'dark' : 'light';
  const text = colours?.text ?? '#1f1e1b';
  const background = colours?.background ?? '#ffffff';
  const border = colours?.border ?? '#e3dfd8';
  const secondary = colours?.secondary ?? '#5a564e';
  const link = colours?.link ?? '#31459a';
  return `
:root{color-scheme:${scheme}}
html{background:${background};color:${text};overflow-wrap:break-word;
font:14px/1.6 "Inter",system-ui,-apple-system,"Segoe UI","Hiragino Sans","Noto Sans CJK JP","Yu Gothic UI",Meiryo,sans-serif;
-webkit-font-smoothing:antialiased;-webkit-text-size-adjust:none}
body{margin:0}
body>div{overflow:auto hidden;padding:1px 0}
body>div>:first-child{margin-top:0}body>div>:last-child{margin-bottom:0}
img{max-width:100%;height:auto}
table{max-width:100%}
:where(table:not([cellspacing])){border-spacing:0}
pre{white-space:pre-wrap;font-size:13px}
a{color:${link};text-underline-offset:2px}
blockquote{margin:8px 0;padding-left:12px;border-left:2px solid ${border};color:${secondary}}
.fumibako-image{opacity:.75;font-style:italic}
mark{background:#ffe08a;color:#1f1e1b}
hr{border:0;border-top:1px solid ${border};margin:16px 0}
::-webkit-scrollbar{width:10px;height:10px}
::-webkit-scrollbar-thumb{border:3px solid transparent;border-radius:999px;background:#8888;background-clip:content-box}`;
}
