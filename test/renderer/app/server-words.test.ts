import { expect, it } from 'vitest';
import { serverWords } from '../../../renderer/app/server-words.ts';

it('repeats what the server said', () => {
  expect(
    serverWords({ code: 'server-refused', detail: '[UNAVAILABLE] Down for maintenance ' }),
  ).toBe('[UNAVAILABLE] Down for maintenance');
});

it('puts no word of the system or of a library into the mouth of the server', () => {
  expect(serverWords({ code: 'connection-lost', detail: 'ECONNRESET' })).toBeNull();
  expect(serverWords({ code: 'server-misbehaved', detail: 'InvalidResponse' })).toBeNull();
  expect(serverWords({ code: 'server-refused' })).toBeNull();
});
