/** HTML beyond this many characters adds nothing that search or a snippet would miss. */
const readCharacters = 500_000;

const blockTags = new Set(
  'address article blockquote br dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const silentTags = new Set(['script', 'style', 'head', 'title', 'noscript', 'template']);

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  copy: '©',
  reg: '®',
  trade: '™',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  laquo: '«',
  raquo: '»',
  yen: '¥',
  euro: '€',
  pound: '£',
  cent: '¢',
  sect: '§',
  deg: '°',
  times: '×',
  zwnj: '',
  zwj: '',
  shy: '',
};

/**
 * The words of an HTML body, for search, snippets and the plain view. One pass from left to right
 * with indexOf, so no input makes it slow; it cleans nothing and its result is text, never markup.
 */
export function htmlToText(source: string): string {
  const html = source.length > readCharacters ? source.slice(0, readCharacters) : source;
  const out: string[] = [];
  const unclosed = new Set<string>();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    out.push(foldBlanks(html.slice(at, open === -1 ? html.length : open)));
    if (open === -1) break;
    at = readTag(html, open, out, unclosed);
  }
  return out
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Writes what the tag at `open` stands for and returns the offset behind it. */
function readTag(html: string, open: number, out: string[], unclosed: Set<string>): number {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4);
    return end === -1 ? html.length : end + 3;
  }
  const name = readName(html, open + 1);
  if (name === '') {
    if (html[open + 1] === '!' || html[open + 1] === '?') return behind(html, '>', open);
    out.push('<');
    return open + 1;
  }
  const close = behind(html, '>', open);
  if (silentTags.has(name)) return skipElement(html, name, close, unclosed);
  if (blockTags.has(name.replace('/', ''))) out.push(name === 'p' || name === '/p' ? '\n\n' : '\n');
  else if (name === 'td' || name === 'th') out.push(' ');
  else if (name === 'img') out.push(' ');
  return close;
}

/** The tag's name in lower case, with its slash when it closes; '' when it is no tag. */
function readName(html: string, from: number): string {
  let at = html[from] === '/' ? from + 1 : from;
  while (at < html.length && at - from < 20 && /[a-zA-Z0-9]/.test(html.charAt(at))) at++;
  const name = html.slice(from, at).toLowerCase();
  return /^\/?[a-z]/.test(name) ? name : '';
}

function skipElement(html: string, name: string, from: number, unclosed: Set<string>): number {
  // Looked for once in vain: looking again for each of its kind would take the square of the time.
  if (unclosed.has(name)) return from;
  const closing = new RegExp(`</${name}\\b`, 'gi');
  closing.lastIndex = from;
  const found = closing.exec(html);
  // Never closed: browsers swallow the rest of a script or style; the rest of a head is the body.
  if (found === null) {
    unclosed.add(name);
    return name === 'script' || name === 'style' ? html.length : from;
  }
  return behind(html, '>', found.index);
}

function behind(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + 1;
}

function foldBlanks(text: string): string {
  const folded = text.replace(/[ \t\r\n\f]+/g, ' ');
  if (!folded.includes('&')) return folded;
  return folded.replace(/&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});?/g, decodeEntity);
}

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities[name] ?? whole;
  const hex = name[1] === 'x' || name[1] === 'X';
  const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  return code === 0xa0 ? ' ' : String.fromCodePoint(code);
}
