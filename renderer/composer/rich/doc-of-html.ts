import { DOMParser as LetterParser, type Node } from 'prosemirror-model';
import { letterSchema } from './schema.ts';

const parser = LetterParser.fromSchema(letterSchema);

/** The last one, which the editor and what changes its text ask for in turn. */
let last: { readonly html: string; readonly doc: Node } | null = null;

/** What was kept as HTML. In a document of its own, which loads and runs nothing. */
export function docOfHtml(html: string): Node {
  if (last?.html === html) return last.doc;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const doc = parser.parse(body, { preserveWhitespace: 'full' });
  last = { html, doc };
  return doc;
}

/** Another program's HTML, in the same kind of document: the ends of its lines are no part of the text. */
export function docOfForeignHtml(html: string): Node {
  return parser.parse(new DOMParser().parseFromString(html, 'text/html').body);
}

/** Spares the reading of what was just written. */
export function rememberDoc(html: string, doc: Node): void {
  last = { html, doc };
}
