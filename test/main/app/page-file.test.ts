import { sep } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pageFile } from '../../../main/app/page-file.ts';

const folder = `${sep}app${sep}renderer`;

it('finds the page and its assets', () => {
  expect(pageFile(folder, 'app://fumibako/index.html')).toBe(`${folder}${sep}index.html`);
  expect(pageFile(folder, 'app://fumibako/assets/a%20b.js?x#y')).toBe(
    `${folder}${sep}assets${sep}a b.js`,
  );
});

it.each([
  'app://other/index.html',
  'file:///etc/passwd',
  'app://fumibako/',
  'app://fumibako/%2e%2e%2fsecret',
  'app://fumibako/..%2f..%2fsecret',
  'app://fumibako/..%2frenderer-other%2findex.html',
  'app://fumibako.evil/index.html',
  'app://fumibako/%00index.html',
  'app://fumibako/%E0%A4',
  'not an address',
])('refuses %s', (address) => {
  expect(pageFile(folder, address)).toBeNull();
});

it('never names a file outside its folder', () => {
  const piece = fc.constantFrom('..', '.', 'a', '%2e', '%2f', '%5c', '/', '\\', '//', '%252e', ':');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const file = pageFile(folder, `app://fumibako/${pieces.join('')}`);
      expect(file === null || file.startsWith(folder + sep)).toBe(true);
    }),
  );
});
