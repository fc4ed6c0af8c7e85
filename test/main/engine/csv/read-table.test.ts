import fc from 'fast-check';
import { expect, it } from 'vitest';
import { delimiterSigns } from '../../../../main/engine/csv/find-delimiter.ts';
import { readTable } from '../../../../main/engine/csv/read-table.ts';

const failed = (code: string, detail?: string) => ({
  ok: false,
  error: detail === undefined ? { code } : { code, detail },
});

it.each([
  ['comma', 'a,b;c\n1,2\n'],
  ['tab', '\n\na\tb,c\td\n1\t2\t3\n'],
  ['semicolon', '"a,b,c";d;e\n1;2;3\n'],
] as const)('finds out that the delimiter is a %s', (delimiter, text) => {
  expect(readTable(text, null)).toMatchObject({ ok: true, value: { delimiter } });
});

it('reads quoted cells with delimiters, quotes and line ends in them, and knows the lines', () => {
  const text = 'name,notes\r\n"Sato, H","says ""hi""\r\ntwice"\r\n\r\n,\r\nIto,\r\n';
  expect(readTable(text, null)).toEqual({
    ok: true,
    value: {
      delimiter: 'comma',
      header: ['name', 'notes'],
      rows: [
        { line: 3, cells: ['Sato, H', 'says "hi"\r\ntwice'] },
        { line: 6, cells: ['Ito', ''] },
      ],
    },
  });
});

it('says on which line a quote was opened that nothing closes', () => {
  const text = `a,b\n1,2\n3,"4\n${'5,6\n'.repeat(50)}`;
  expect(readTable(text, null)).toEqual(failed('import-quote-open', '3'));
});

it('says where a row has no end, and where a quote may not stand', () => {
  expect(readTable(`a,b\n1,"${'x\n'.repeat(200_000)}`, null)).toEqual(
    failed('import-too-wide', '2'),
  );
  expect(readTable('a,b\n1,2\n3,"4"5\n', null)).toEqual(failed('import-malformed', '3'));
});

it('refuses nothing, nothing but blanks, and a header alone', () => {
  expect(readTable('', null)).toEqual(failed('import-empty'));
  expect(readTable(' \r\n\n', null)).toEqual(failed('import-empty'));
  expect(readTable(',,\n,,\n', null)).toEqual(failed('import-empty'));
  expect(readTable('name,email\n,\n', null)).toEqual(failed('import-no-rows'));
});

it('refuses 10 million columns, in the header and in a row', () => {
  const wide = ','.repeat(10_000_000);
  expect(readTable(`${wide}\n1\n`, null)).toEqual(failed('import-too-wide', '1'));
  expect(readTable(`a,b\n1,2\n${wide}\n`, null)).toEqual(failed('import-too-wide', '3'));
}, 30_000);

it('reads back whatever is quoted as RFC 4180 has it', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', '"', ',', '\t', ';', '\n', '\r', '名', ' '),
  });
  const rows = fc.array(
    fc.tuple(cell, cell).map(([one, two]) => ['x', one, two]),
    { minLength: 1 },
  );
  const quoted = (row: readonly string[], sign: string) =>
    row.map((text) => `"${text.replaceAll('"', '""')}"`).join(sign);
  const signs = fc.constantFrom('comma', 'tab', 'semicolon');
  fc.assert(
    fc.property(rows, signs, (all, delimiter) => {
      const sign = delimiterSigns[delimiter];
      const text = [['h', 'i', 'j'], ...all].map((row) => quoted(row, sign)).join('\r\n');
      const table = readTable(text, null);
      expect(table).toMatchObject({ ok: true, value: { delimiter } });
      if (table.ok) expect(table.value.rows.map(({ cells }) => cells)).toEqual(all);
    }),
  );
});
