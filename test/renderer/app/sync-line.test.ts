import { createElement } from 'react';
import { expect, it } from 'vitest';
import { SyncLine } from '../../../renderer/app/sync-line.tsx';
import type { AppError } from '../../../shared/errors.ts';
import type { SyncStatus } from '../../../shared/model/sync-status.ts';
import { renderMarkup } from '../../support/render-markup.ts';

function lineWith(error: AppError | null, alert: SyncStatus['alert'] = null): string {
  const sync = {
    sectionId: 'members',
    phase: 'waiting',
    done: 0,
    total: 0,
    lastSyncedAt: 1_799_999_000_000,
    retryAt: 1_800_000_000_000,
    error,
    alert,
  } as const;
  const section = {
    id: 'members',
    unread: 0,
    open: 0,
    waiting: 0,
    due: 0,
    outboxProblems: 0,
    outboxWaiting: 0,
    unreadForms: 0,
    address: 'members@minato.example',
    sync,
    storeError: null,
  } as const;
  return renderMarkup(
    createElement(SyncLine, { section, isShown: false, onOpen: () => undefined }),
  );
}

it('repeats the answer of a server that refuses', () => {
  expect(lineWith({ code: 'server-refused', detail: 'Down for <maintenance>' })).toContain(
    'Server’s words: Down for &lt;maintenance&gt;',
  );
});

it('quotes nobody when only the system has a code for it', () => {
  const line = lineWith({ code: 'connection-lost', detail: 'ECONNRESET' });
  expect(line).toContain('The connection to the server was lost.');
  expect(line).not.toContain('ECONNRESET');
});

it('says when mail was last complete while it waits, and what the server wants people to know', () => {
  const line = lineWith(
    { code: 'server-limit', detail: 'Too many connections' },
    { words: 'Mail is down from <nine>', at: 1 },
  );
  expect(line).toContain('limit of connections');
  expect(line).toMatch(/Last updated \S/);
  expect(line).toContain('The server says: Mail is down from &lt;nine&gt;');
});
