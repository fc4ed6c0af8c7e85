import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8');

function token(name: string, theme: 'light' | 'dark'): string {
  const pair = new RegExp(`--color-${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css);
  if (pair !== null) return (theme === 'light' ? pair[1] : pair[2]) ?? '';
  const single = new RegExp(`--color-${name}: (#\\w{6})`).exec(css);
  if (single?.[1] === undefined) throw new Error(`no such colour: ${name}`);
  return single[1];
}

/** WCAG 2.2, relative luminance. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = ['sidebar', 'pane', 'surface', 'raised', 'hover', 'accent-soft'];
const pairs: readonly (readonly [text: string, surface: string])[] = [
  ...['text', 'text-secondary', 'accent-text', 'danger-text'].flatMap((text) =>
    surfaces.map((surface) => [text, surface] as const),
  ),
  ...['sidebar', 'pane', 'surface', 'raised', 'accent-soft'].map(
    (surface) => ['text-tertiary', surface] as const,
  ),
  ...['warning', 'danger', 'success'].flatMap((state) => [
    [`${state}-text`, `${state}-soft`] as const,
    ['text', `${state}-soft`] as const,
    ['text-secondary', `${state}-soft`] as const,
    [`${state}-text`, 'surface'] as const,
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-accent', 'danger'],
  ['on-accent', 'danger-hover'],
];

it.each(['light', 'dark'] as const)('keeps all text readable in the %s theme', (theme) => {
  const weak = pairs
    .map(([text, surface]) => ({
      pair: `${text} on ${surface}`,
      ratio: contrast(token(text, theme), token(surface, theme)),
    }))
    .filter(({ ratio }) => ratio < 4.5);
  expect(weak).toEqual([]);
});

it.each(['light', 'dark'] as const)('keeps fields and focus visible in the %s theme', (theme) => {
  // WCAG 2.2, 1.4.11: 3:1 for what tells where a control is.
  for (const surface of ['sidebar', 'pane', 'surface', 'raised'])
    for (const line of ['border-strong', 'focus'])
      expect([line, surface, contrast(token(line, theme), token(surface, theme)) >= 3]).toEqual([
        line,
        surface,
        true,
      ]);
});
