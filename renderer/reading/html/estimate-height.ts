/** Pixels: the frame's smallest and largest height before it is measured. */
const shortest = 48;
const tallest = 900;

const lineHeight = 22;
const blockGap = 10;

/**
 * A first guess at the height of a mail frame, in px, so that little moves when it is measured.
 * The frame is sandboxed: this page cannot look into it.
 */
export function estimateHeight(markup: string, width: number): number {
  // A guess needs no more, and a hostile megabyte must not stop the window.
  const html = markup.slice(0, 100_000);
  const images = [...html.matchAll(/<img\b[^>]{0,400}?\bheight="?(\d{1,4})/gi)];
  const imageHeight = images.reduce((sum, [, height]) => sum + Math.min(Number(height), 600), 0);
  const blocks = (html.match(/<(p|div|tr|li|h[1-6]|blockquote|pre|table)\b/gi) ?? []).length;
  const breaks = (html.match(/<br\b/gi) ?? []).length;
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[a-z#0-9]+;/gi, ' ')
    .replace(/\s+/g, ' ');
  const wide = (text.match(/[\u3000-\u9fff\uff00-\uffef]/g) ?? []).length;
  const textWidth = (text.length - wide) * 7 + wide * 14;
  const lines = Math.ceil(textWidth / Math.max(width - 32, 200)) + breaks;
  const height = lines * lineHeight + Math.min(blocks, 200) * blockGap + imageHeight + 24;
  return Math.round(Math.min(Math.max(height, shortest), tallest));
}
