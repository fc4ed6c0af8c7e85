/**
 * What a person waits for while answering: the composer and each key in the real window, and, with
 * nothing to call back, the time from Send to the server's 250 beside that of a bare nodemailer send of
 * the same letter: medians of rounds in which each takes its turn.
 * Run: npm run bench -- send
 */
import { runChild } from './run-child.ts';
import type { Sending } from './send/measure-sending.ts';

const rounds = 25;
const { sendMs, bareMs } = await runChild<Sending>('./send/measure-sending.ts', { rounds });
console.log(
  `from Send to the 250 ${sendMs.toFixed(1)} ms, a bare send ${bareMs.toFixed(1)} ms ` +
    `(${(sendMs / bareMs).toFixed(2)} times as long)`,
);
console.log(
  JSON.stringify({
    composer_p95_ms: null,
    typing_p95_ms: null,
    send_ms: Math.round(sendMs * 10) / 10,
    bare_send_ms: Math.round(bareMs * 10) / 10,
  }),
);
