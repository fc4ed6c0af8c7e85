import '../../../../main/engine/mail/mime-worker.ts';
import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';

// The real worker, with a library that wants out as soon as it is loaded.
for (const attempt of [
  () => connect(9, '127.0.0.1'),
  () => fetch('http://127.0.0.1:9/'),
  // Our own file: in a worker, not even that.
  () => new Worker(new URL('../../../../main/engine/mail/mime-worker.ts', import.meta.url)),
]) {
  try {
    attempt();
  } catch {
    // Written down by the guard, which is what the test looks at.
  }
}
