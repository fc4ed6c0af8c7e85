import { expect, it, onTestFinished } from 'vitest';
import { createMimePool } from '../../../../main/engine/mail/mime/worker-pool.ts';

const workerUrl = new URL('./reaching-worker.ts', import.meta.url);

it('lets a MIME worker reach nothing, tells the engine what it tried, and goes on reading mail', async () => {
  const refused: string[] = [];
  const pool = createMimePool({ workerUrl, size: 1, refused: (what) => void refused.push(what) });
  onTestFinished(() => pool.close());
  const message = await pool.ingest(Buffer.from('Subject: A question\r\n\r\nWhen is it on?\r\n'));
  expect(message.subject).toBe('A question');
  expect(refused).toEqual(['net.connect', 'globalThis.fetch', 'worker_threads.Worker']);
});
