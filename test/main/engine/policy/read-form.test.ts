import fc from 'fast-check';
import { expect, it } from 'vitest';
import { demoForms } from '../../../../main/demo/forms.ts';
import { membersEnglish } from '../../../../main/demo/letters/members-english.ts';
import { membersJapanese } from '../../../../main/demo/letters/members-japanese.ts';
import { checkMember } from '../../../../main/engine/policy/check-member.ts';
import { readForm } from '../../../../main/engine/policy/read-form.ts';
import type { FormTarget } from '../../../../shared/model/registration-form.ts';

const labels = (pairs: Readonly<Record<string, FormTarget>>) =>
  Object.entries(pairs).map(([label, target]) => ({ label, target }));
const english = {
  language: 'en' as const,
  labels: labels({
    Name: 'name',
    Email: 'email',
    Phone: 'phone',
    Address: 'address',
    Comment: 'notes',
  }),
};

it('makes a new registration of what a form says', () => {
  const { record, problem } = readForm(
    english,
    'Name: Hana Ito\nEmail: hana@reader.example\nPhone: 090-0000-1234\nComment: One\n\nTwo',
  );
  expect(problem).toBeNull();
  expect(record).toMatchObject({
    ...{ status: 'new', language: 'en', nameOrder: 'given-first', honorific: null },
    ...{ familyName: 'Ito', givenName: 'Hana', emails: ['hana@reader.example'] },
    ...{ phones: ['+819000001234'], notes: 'One\n\nTwo', custom: [] },
  });
});

it('keeps what a field cannot have, and what the form does not know, under its label', () => {
  const { record, fields, problem } = readForm(
    english,
    'Name: Hana Ito\nEmail: hana at reader\nPhone: 000\nAddress: somewhere\nShoe size: 38\nComment: -',
  );
  expect(problem).toBeNull();
  expect(record).toMatchObject({ emails: [], phones: [], addresses: [], notes: '' });
  expect(record.custom).toEqual([
    { label: 'Email', text: 'hana at reader' },
    { label: 'Phone', text: '000' },
    { label: 'Address', text: 'somewhere' },
    { label: 'Shoe size', text: '38' },
  ]);
  expect(fields.filter(({ fits }) => !fits).map(({ label }) => label)).toEqual([
    ...['Email', 'Phone', 'Address'],
  ]);
});

it('splits a name of two words alone, in the order of its language', () => {
  const name = (text: string, language: 'en' | 'ja' = 'en') => {
    const { familyName, givenName } = readForm({ ...english, language }, `Name: ${text}`).record;
    return [familyName, givenName];
  };
  expect(name('Hana Ito')).toEqual(['Ito', 'Hana']);
  expect(name('伊藤　花', 'ja')).toEqual(['伊藤', '花']);
  expect(name('Mary Anne van der Berg')).toEqual(['Mary Anne van der Berg', '']);
  expect(name('伊藤花', 'ja')).toEqual(['伊藤花', '']);
});

it.each([
  ['nothing at all', 'no-labels', english.labels.map(({ label }) => label)],
  ['Name: -\nEmail: a@b.example', 'no-name', []],
  ['Name: Hana\nEmail: a@b.example\nEmail: c@d.example', 'label-twice', ['Email']],
  ['Name: Hana\nYour e-mail: a@b.example', 'labels-changed', ['Email', 'Phone', 'Address']],
  [`Name: Hana\nEmail: ${'a'.repeat(400)}@b.example`, 'too-long', ['Email']],
  [`Name: ${'x'.repeat(101)}`, 'too-long', ['Name']],
  [`Name: Hana\nComment: ${'x'.repeat(10_001)}`, 'too-long', ['Comment']],
])('waits for somebody where %.40j', (text, code, about) => {
  expect(readForm(english, text).problem).toEqual({ code, about });
});

it('keeps a name in a script that no font has as it is', () => {
  const name = '𐲀𐲙𐲘 \u{10cc00}\u{16b50}';
  const form = { ...english, labels: labels({ Name: 'name' }) };
  const { record, problem } = readForm(form, `Name: ${name}\nFavourite: \u{e123}\u{10fffd}`);
  expect(problem).toBeNull();
  expect([record.givenName, record.familyName]).toEqual(name.split(' '));
  expect(record.custom).toEqual([{ label: 'Favourite', text: '\u{e123}\u{10fffd}' }]);
});

it('loses no word of any value', () => {
  const word = fc.stringMatching(/^[a-zA-Z0-9ぁ-んア-ン一-龠]{1,12}$/u);
  const value = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(value, { minLength: 5, maxLength: 5 }), value, (values, extra) => {
      const text = english.labels.map(({ label }, index) => `${label}: ${values[index]}`);
      const { record, problem } = readForm(english, [...text, `Q: ${extra}`].join('\n'));
      expect(problem).toBeNull();
      const kept = JSON.stringify(record);
      const phone = record.phones.length === 1 ? [values[2]] : [];
      for (const one of [...values, extra].flatMap((each) => each.split(' ')))
        if (!phone.some((number) => number?.includes(one))) expect(kept).toContain(one);
      expect(checkMember(record).faults).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

it('reads every registration of the demo newsroom, with nothing amiss', () => {
  const letters = [...membersEnglish, ...membersJapanese].filter(({ key }) => /form-\d/.test(key));
  expect(letters.length).toBe(7);
  for (const { language, turns, key } of letters) {
    const form = demoForms.find((one) => one.language === language);
    const { fields, problem, record } = readForm(
      form ?? { language, labels: [] },
      turns[0]?.text ?? '',
    );
    expect([key, problem, fields.filter(({ fits }) => !fits)]).toEqual([key, null, []]);
    expect(record).toMatchObject({ custom: [], emails: [expect.anything()] });
    expect([record.phones.length, record.addresses.length]).toEqual([1, 1]);
  }
});
