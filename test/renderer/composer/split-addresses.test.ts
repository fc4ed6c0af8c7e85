import { expect, it } from 'vitest';
import { splitAddresses, withAddresses } from '../../../renderer/composer/split-addresses.ts';

it.each([
  ['ken@a.example', ['ken@a.example']],
  ['Ken Abe <ken@a.example>; hana@a.example,', ['ken@a.example', 'hana@a.example']],
  ['ken@a.example hana@a.example\n', ['ken@a.example', 'hana@a.example']],
  ['阿部、ken@a.example', ['阿部', 'ken@a.example']],
  [' , ;', []],
])('takes %j apart', (typed, addresses) => {
  expect(splitAddresses(typed)).toEqual(addresses);
});

it('has each address once, whatever its case', () => {
  expect(withAddresses(['ken@a.example'], ['KEN@a.example', 'hana@a.example'])).toEqual([
    'ken@a.example',
    'hana@a.example',
  ]);
});
