import fc from 'fast-check';
import { expect, it } from 'vitest';
import { safeFilename } from '../../../main/app/safe-filename.ts';

it.each([
  ['写真 2026.jpg', '写真 2026.jpg'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\Windows\\evil.exe', 'C__Windows_evil.exe'],
  ['invoice\u202Egpj.exe', 'invoice_gpj.exe'],
  ['CON.txt', '_CON.txt'],
  ['...', 'attachment'],
  ['', 'attachment'],
])('offers %j as %j', (given, offered) => {
  expect(safeFilename(given)).toBe(offered);
});

it('keeps the extension of a name that is too long', () => {
  const offered = safeFilename(`${'長'.repeat(400)}.pdf`);
  expect(offered).toBe(`${'長'.repeat(120)}.pdf`);
});

it('never offers a path, a hidden file or an empty name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
      const offered = safeFilename(given);
      expect(offered).not.toMatch(/[/\\:\0]/);
      expect(offered).not.toMatch(/^\./);
      expect(offered).not.toBe('');
    }),
  );
});
