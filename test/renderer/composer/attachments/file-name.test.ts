import { expect, it } from 'vitest';
import {
  cutName,
  dateForName,
  isProgram,
  splitName,
} from '../../../../renderer/composer/attachments/file-name.ts';

it('tells a name from its ending', () => {
  expect(splitName('地図.最新.jpg')).toEqual({ stem: '地図.最新', ending: '.jpg' });
  expect(splitName('.profile')).toEqual({ stem: '.profile', ending: '' });
  expect(splitName('Mr. Abe')).toEqual({ stem: 'Mr. Abe', ending: '' });
});

it('cuts a name that is too long before its ending', () => {
  expect(cutName(`${'a'.repeat(300)}.jpg`)).toBe(`${'a'.repeat(251)}.jpg`);
  expect(cutName('  ')).toBe('file');
});

it('knows programs by their endings', () => {
  expect(['a.exe', 'b.JS', 'c.pdf.scr'].every(isProgram)).toBe(true);
  expect(['a.pdf', 'exe', 'b.exe.txt'].some(isProgram)).toBe(false);
});

it('names a pasted picture by the time on this computer', () => {
  expect(dateForName(new Date(2026, 10, 6, 9, 5, 2))).toBe('2026-11-06 09.05.02');
});
