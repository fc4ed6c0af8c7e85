import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

const sizes = globSync('{shared,main,renderer,test,tools}/**/*.{ts,tsx,mjs,css}', { cwd: root })
  .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length - 1 }))
  .sort((one, other) => one.lines - other.lines);

it('has no file over 400 lines, and half of them under 90', () => {
  expect(sizes.filter(({ lines }) => lines > 400)).toEqual([]);
  expect(sizes[Math.floor(sizes.length / 2)]?.lines).toBeLessThan(90);
});
