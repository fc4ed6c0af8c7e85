import DOMPurify from 'dompurify';
import { escapeHtml } from '../../../shared/escape-html.ts';
import { allowedAttributes, allowedTags, colourAttributes } from './allowed.ts';
import { type CssFindings, cleanDeclarations, cleanStyleSheet } from './clean-css.ts';

type MailLink = { readonly url: string; readonly words: string };

export type SanitisedHtml = {
  /** Safe markup for the body of the mail frame. */
  readonly html: string;
  /** Safe rules of the mail's own style sheets. */
  readonly css: string;
  /** How many remote things were taken out. */
  readonly blocked: number;
  /** The mail sets colours, so it is shown on the white it was made for. */
  readonly hasOwnColours: boolean;
  /** Content-IDs of images that are parts of the same message, without angle brackets. */
  readonly contentIds: readonly string[];
  readonly links: readonly MailLink[];
};

/** `data:` pictures that a letter may carry; SVG is a document, and not one of them. */
const dataImage = /^data:image\/(png|jpe?g|gif|webp|bmp);base64,[a-z0-9+/=\s]+$/i;

const addressAttributes: ReadonlySet<string> = new Set(['cite', 'href', 'src']);

/** Things outside the allowed elements that would have loaded something. */
const remoteElements =
  'link[href], iframe, embed, object, video, audio, source, image, use, feImage, input[type=image], body[background], table[background], td[background]';

/**
 * Makes a stranger's HTML safe to lay out: nothing in the result can run a script, fetch a byte,
 * submit a form or leave its frame. It still goes into a sandboxed frame with its own policy.
 * @param images `data:` URLs by Content-ID; an image that is not among them is left empty.
 */
export function sanitiseHtml(
  source: string,
  images: ReadonlyMap<string, string> = new Map(),
): SanitisedHtml {
  // A parsed document without a window runs and fetches nothing. A base element would still try to
  // move the addresses in it, and have our page's policy complain.
  const mail = new DOMParser().parseFromString(source.replace(/<base\b/gi, '<wbr'), 'text/html');
  const findings: CssFindings = { blocked: 0, hasOwnColours: false };
  findings.blocked += mail.querySelectorAll(remoteElements).length;
  const css = [...mail.querySelectorAll('style')]
    .map((style) => cleanStyleSheet(style.textContent ?? '', findings))
    .join('\n');
  const bodyStyle = readBodyStyle(mail.body, findings);

  const fragment = DOMPurify.sanitize(mail.body.innerHTML, {
    ALLOWED_TAGS: [...allowedTags],
    ALLOWED_ATTR: [...allowedAttributes],
    // The pattern below is for addresses; without this it would judge `align` and `width` too.
    ADD_URI_SAFE_ATTR: allowedAttributes.filter((name) => !addressAttributes.has(name)),
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|cid:|data:image\/)/i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    FORBID_CONTENTS: ['script', 'style', 'noscript', 'template', 'title', 'textarea', 'select'],
    RETURN_DOM_FRAGMENT: true,
  });
  const body = mail.createElement('div');
  body.append(fragment);
  const contentIds = new Set<string>();
  const links: MailLink[] = [];
  for (const element of body.querySelectorAll('*')) {
    cleanStyle(element, findings);
    if (colourAttributes.some((name) => element.hasAttribute(name))) findings.hasOwnColours = true;
    if (element instanceof HTMLImageElement || element.localName === 'img')
      cleanImage(element, images, contentIds, findings);
    else element.removeAttribute('src');
    if (element.localName === 'a') cleanLink(element, links);
    else element.removeAttribute('href');
    element.removeAttribute('cite');
  }
  return {
    html: `<div${bodyStyle === '' ? '' : ` style="${escapeHtml(bodyStyle)}"`}>${body.innerHTML}</div>`,
    css,
    blocked: findings.blocked,
    hasOwnColours: findings.hasOwnColours,
    contentIds: [...contentIds],
    links,
  };
}

function cleanStyle(element: Element, findings: CssFindings): void {
  if (!element.hasAttribute('style')) return;
  const style = 'style' in element ? (element as HTMLElement).style : null;
  const kept = style === null ? '' : cleanDeclarations(style, findings);
  if (kept === '') element.removeAttribute('style');
  else element.setAttribute('style', kept);
}

/** The body element itself does not survive; its colours do, on the element that stands for it. */
function readBodyStyle(body: HTMLElement, findings: CssFindings): string {
  const kept = cleanDeclarations(body.style, findings);
  const colour = body.getAttribute('bgcolor') ?? '';
  if (!/^#?[a-z0-9]{3,20}$/i.test(colour)) return kept;
  findings.hasOwnColours = true;
  return `background-color:${colour};${kept}`;
}

function cleanImage(
  image: Element,
  images: ReadonlyMap<string, string>,
  contentIds: Set<string>,
  findings: CssFindings,
): void {
  const source = image.getAttribute('src')?.trim() ?? '';
  if (dataImage.test(source)) return;
  image.removeAttribute('src');
  const contentId = /^cid:(.+)$/i.exec(source)?.[1];
  if (contentId !== undefined) {
    const id = decodeContentId(contentId);
    contentIds.add(id);
    const content = images.get(id);
    if (content !== undefined && dataImage.test(content)) image.setAttribute('src', content);
  } else if (source !== '') findings.blocked += 1;
  if (!image.hasAttribute('src')) replaceImage(image);
}

/** What an image that is not shown leaves behind: its words; an image without words, nothing. */
function replaceImage(image: Element): void {
  const words = (image.getAttribute('alt') ?? '').trim();
  if (words === '') {
    image.remove();
    return;
  }
  const place = image.ownerDocument.createElement('span');
  place.className = 'fumibako-image';
  place.textContent = words;
  image.replaceWith(place);
}

/** RFC 2392: a cid URL is the Content-ID with percent-encoding. */
function decodeContentId(encoded: string): string {
  return /%(?![0-9a-f]{2})/i.test(encoded)
    ? encoded
    : new TextDecoder().decode(percentBytes(encoded));
}

function percentBytes(encoded: string): Uint8Array {
  const bytes: number[] = [];
  const utf8 = new TextEncoder().encode(encoded);
  for (let index = 0; index < utf8.length; index += 1) {
    const byte = utf8[index] ?? 0;
    if (byte !== 0x25) bytes.push(byte);
    else {
      bytes.push(
        Number.parseInt(String.fromCharCode(utf8[index + 1] ?? 48, utf8[index + 2] ?? 48), 16),
      );
      index += 2;
    }
  }
  return Uint8Array.from(bytes);
}

/** Only absolute links stay: a relative one would mean a path inside Fumibako. */
function cleanLink(anchor: Element, links: MailLink[]): void {
  const href = anchor.getAttribute('href')?.trim() ?? '';
  const url = /^(https?:\/\/|mailto:)/i.test(href) ? URL.parse(href) : null;
  if (url === null) {
    anchor.removeAttribute('href');
    return;
  }
  anchor.setAttribute('href', url.href);
  anchor.setAttribute('rel', 'noopener noreferrer');
  links.push({ url: url.href, words: (anchor.textContent ?? '').trim() });
}
