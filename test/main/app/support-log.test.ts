import { expect, it } from 'vitest';
import { supportLog } from '../../../main/app/support-log.ts';
import { FolderId } from '../../../shared/ids.ts';

it('tells how the mail stands without the name of a folder or a word of the server', () => {
  const text = supportLog({
    ...{ version: '1.2.3', platform: 'linux', sectionId: 'website-editor' },
    log: '2026-11-28T04:00:00.000Z sync.ended {"section":"website","error":"server-stalled"}\n',
    report: {
      folders: [
        {
          id: FolderId.parse(7),
          role: 'other',
          names: ['Quirm', '記者'],
          messages: 5,
          syncedAt: 9,
        },
      ],
      queue: { marks: 1, moves: 2, deletions: 0, letters: 0 },
      troubles: [{ kind: 'ended', id: 1, at: 3, error: 'server-stalled' }],
      connection: {
        since: 2,
        capabilities: ['IDLE', 'STATUS=SIZE', 'Hello Zephyr'],
        isTold: false,
      },
      traffic: { received: 10, sent: 20 },
      bodies: { messages: 5, partial: 1 },
      storeSize: 4096,
      check: {
        ...{ phase: 'done', withContent: false, done: 5, total: 5, folders: 1, at: 4 },
        differences: [
          { path: 'Quirm/記者', role: 'other', missing: 1, gone: 0, flags: 0, content: 0 },
        ],
      },
    },
  });
  expect(text).not.toMatch(/Quirm|記者|Zephyr/);
  for (const told of ['1.2.3', 'STATUS=SIZE', '"messages": 5', '"missing": 1', 'sync.ended'])
    expect(text).toContain(told);
});
