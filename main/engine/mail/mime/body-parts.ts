import type { Part } from './part-tree.ts';

/** Which parts are the message's text and which are attachments; leaves in MIME order. */
export type BodyParts = {
  readonly text: readonly Part[];
  readonly html: readonly Part[];
  readonly attachments: readonly Part[];
};

type Lists = { text: Part[] | null; html: Part[] | null; readonly attachments: Part[] };

/** RFC 8621 4.1.4, the algorithm that JMAP servers use. */
export function sortBodyParts(root: Part): BodyParts {
  const text: Part[] = [];
  const html: Part[] = [];
  const attachments: Part[] = [];
  walk([root], 'mixed', false, { text, html, attachments });
  return { text, html, attachments };
}

function walk(parts: readonly Part[], kind: string, inAlternative: boolean, lists: Lists): void {
  const textBefore = lists.text?.length ?? -1;
  const htmlBefore = lists.html?.length ?? -1;
  for (const [index, part] of parts.entries()) {
    if (part.children.length > 0) {
      const inner = part.type.slice('multipart/'.length);
      walk(part.children, inner, inAlternative || inner === 'alternative', { ...lists });
    } else if (!isBody(part, index, kind)) lists.attachments.push(part);
    else if (kind === 'alternative') {
      if (part.type === 'text/plain') lists.text?.push(part);
      else if (part.type === 'text/html') lists.html?.push(part);
      else lists.attachments.push(part);
    } else {
      if (inAlternative && part.type === 'text/plain') lists.html = null;
      if (inAlternative && part.type === 'text/html') lists.text = null;
      if (isMedia(part)) lists.attachments.push(part);
      else {
        lists.text?.push(part);
        lists.html?.push(part);
      }
    }
  }
  if (kind !== 'alternative' || lists.text === null || lists.html === null) return;
  const textAdded = lists.text.length > textBefore;
  const htmlAdded = lists.html.length > htmlBefore;
  if (!textAdded && htmlAdded) lists.text.push(...lists.html.slice(htmlBefore));
  else if (textAdded && !htmlAdded) lists.html.push(...lists.text.slice(textBefore));
}

function isBody(part: Part, index: number, kind: string): boolean {
  if (part.disposition === 'attachment') return false;
  if (part.type !== 'text/plain' && part.type !== 'text/html' && !isMedia(part)) return false;
  if (index === 0) return true;
  return kind !== 'related' && (isMedia(part) || part.filename === null);
}

function isMedia(part: Part): boolean {
  return /^(?:image|audio|video)\//.test(part.type);
}
