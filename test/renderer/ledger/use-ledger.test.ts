import { expect, it, vi } from 'vitest';
import { noFilter, toQuery } from '../../../renderer/ledger/ledger-filter.ts';
import { fetchEntries } from '../../../renderer/ledger/use-ledger.ts';
import type { ChainEntry } from '../../../shared/model/chain-entry.ts';

const entry = (sequence: number): ChainEntry => ({
  ...{ sequence, at: 0, kind: 'link', staffId: null, staffName: '', target: '', reason: '' },
  ...{ conversationId: null, messageId: null, outboxItemId: null, detail: {} },
});

it('puts no entry on paper twice when others are written while it is fetched', async () => {
  let newest = 900;
  const list = (_: string, { offset, limit }: { offset: number; limit: number }) => {
    const length = Math.min(limit, newest - offset);
    const items = Array.from({ length }, (_entry, index) => entry(newest - offset - index));
    newest += 3;
    return Promise.resolve({ ok: true, value: { total: newest - 3, items, staff: [] } });
  };
  vi.stubGlobal('window', { fumibako: { call: list } });
  const found = await fetchEntries({ sectionId: 'members', ...toQuery('left', noFilter) }, 2000);
  if ('code' in found) throw new Error(found.code);
  const sequences = found.items.map(({ sequence }) => sequence);
  expect(sequences).toEqual(Array.from({ length: 900 }, (_, index) => 900 - index));
  vi.unstubAllGlobals();
});
