import { expect, it } from 'vitest';
import type { CannedReplyId } from '../../../../shared/ids.ts';
import type { CannedContent } from '../../../../shared/model/canned-reply.ts';
import { testEngine } from '../../../support/engine.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const inSection = { sectionId: 'world-services' } as const;
const thanks: CannedContent = {
  name: 'Thanks',
  key: 't',
  language: 'en',
  text: 'Dear {{reader}},\n\nThank you.\n\n{{staff}}',
};

async function section() {
  const engine = testEngine(temporaryFolder());
  await engine.ask('session.create', { name: 'Hana Ito', passphrase: 'gentle copper lantern' });
  const save = (content: CannedContent, cannedReplyId: CannedReplyId | null = null) =>
    engine.ask('canned.save', { ...inSection, cannedReplyId, content });
  const audit = async () => {
    const everything = { kind: null, staffId: null, query: '', from: null, to: null } as const;
    const page = { side: 'audit', offset: 0, limit: 50 } as const;
    const { items } = await engine.ask('ledger.list', { ...inSection, ...everything, ...page });
    return items.map(({ kind, target, staffName }) => [kind, target, staffName]);
  };
  return { ...engine, save, audit };
}

it('keeps what is written in its section alone, and who changed it on record', async () => {
  const { ask, save, audit } = await section();
  const { id } = await save(thanks);
  await save({ ...thanks, name: 'Many thanks' }, id);
  expect(await ask('canned.list', inSection)).toEqual([
    { ...thanks, id, name: 'Many thanks', uses: 0, usedAt: null, deletedAt: null },
  ]);
  expect(await ask('canned.list', { sectionId: 'members' })).toEqual([]);
  expect((await audit()).slice(0, 2)).toEqual([
    ['canned-reply-changed', 'Many thanks', 'Hana Ito'],
    ['canned-reply-changed', 'Thanks', 'Hana Ito'],
  ]);
});

it('has every version of it, the newest first, and an older one can be saved again', async () => {
  const { ask, save } = await section();
  const { id } = await save(thanks);
  await save({ ...thanks, text: 'Thanks!' }, id);
  const history = () => ask('canned.history', { ...inSection, cannedReplyId: id });
  expect(await history()).toMatchObject([
    { text: 'Thanks!', staffName: 'Hana Ito' },
    { ...thanks, staffName: 'Hana Ito' },
  ]);
  await save(thanks, id);
  expect((await history()).map(({ text }) => text)).toEqual([thanks.text, 'Thanks!', thanks.text]);
});

it('gives a short key to one reply, in whatever width it is typed', async () => {
  const { ask, fail, save } = await section();
  const { id } = await save(thanks);
  await save(thanks, id);
  const other = { ...thanks, name: 'Tomorrow', key: 'Ｔ' };
  expect(
    await fail('canned.save', { ...inSection, cannedReplyId: null, content: other }),
  ).toMatchObject({ code: 'canned-key-taken' });
  await ask('canned.remove', { ...inSection, cannedReplyId: id });
  await save(other);
  expect(await ask('canned.bringBack', { ...inSection, cannedReplyId: id })).toMatchObject({
    key: '',
    deletedAt: null,
  });
});

it('brings a deleted one back with its history, until it is erased', async () => {
  const { ask, fail, save, audit } = await section();
  const { id } = await save(thanks);
  const one = { ...inSection, cannedReplyId: id };
  expect(await fail('canned.erase', one)).toMatchObject({ code: 'not-found' });
  await ask('canned.remove', one);
  expect(await ask('canned.list', inSection)).toMatchObject([{ deletedAt: expect.any(Number) }]);
  expect(await ask('canned.bringBack', one)).toEqual({
    ...thanks,
    id,
    ...{ uses: 0, usedAt: null, deletedAt: null },
  });
  await ask('canned.remove', one);
  await ask('canned.erase', one);
  expect(await ask('canned.list', inSection)).toEqual([]);
  expect(await ask('canned.history', one)).toEqual([]);
  expect((await audit())[0]).toEqual(['canned-reply-removed', 'Thanks', 'Hana Ito']);
});

it('counts each time that it was put into a letter', async () => {
  const { ask, fail, save } = await section();
  const { id } = await save(thanks);
  const one = { ...inSection, cannedReplyId: id };
  await ask('canned.used', one);
  await ask('canned.used', one);
  await save({ ...thanks, text: 'Other' }, id);
  expect(await ask('canned.list', inSection)).toMatchObject([
    { uses: 2, usedAt: expect.any(Number) },
  ]);
  const unknown = '5b3f0d3e-9f0a-4c59-9d43-6f5f1f1f7f01';
  expect(await fail('canned.used', { ...inSection, cannedReplyId: unknown })).toMatchObject({
    code: 'not-found',
  });
});

it.each([
  { ...thanks, name: '  ' },
  { ...thanks, text: '\n' },
  { ...thanks, key: 'two words' },
  { ...thanks, language: 'fr' },
])(
  'refuses one without a name, without words or with a key that cannot be typed: %j',
  async (content) => {
    const { fail } = await section();
    expect(await fail('canned.save', { ...inSection, cannedReplyId: null, content })).toMatchObject(
      { code: 'bad-request' },
    );
  },
);
