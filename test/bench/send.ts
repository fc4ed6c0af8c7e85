/**
 * What a person waits for while answering: the composer and each key in the real window, and, with
 * nothing to call back, the time from Send to the server's 250 beside that of a bare nodemailer send of
 * the same letter: medians of rounds in which each takes its turn.
 * Run: npm run bench -- send
 */
import { runChild } from './run-child.ts';
import type { Sending } from './send/measure-sending.ts';
import { measureComposer } from './send/window-latency.ts';

const rounds = 25;
const { sendMs, bareMs } = await runChild<Sending>('./send/measure-sending.ts', { rounds });
const { composerP95Ms, firstComposerMs, typingP95Ms, bareTypingP95Ms } = await measureComposer();
console.log(
  `the composer in ${round(composerP95Ms)} ms (the first in ${round(firstComposerMs)} ms), ` +
    `a sign in ${round(typingP95Ms)} ms, in a bare text field in ${round(bareTypingP95Ms)} ms, each p95`,
);
console.log(
  `from Send to the 250 ${sendMs.toFixed(1)} ms, a bare send ${bareMs.toFixed(1)} ms ` +
    `(${(sendMs / bareMs).toFixed(2)} times as long)`,
);
console.log(
  JSON.stringify({
    composer_p95_ms: round(composerP95Ms),
    typing_p95_ms: round(typingP95Ms),
    bare_typing_p95_ms: round(bareTypingP95Ms),
    send_ms: round(sendMs),
    bare_send_ms: round(bareMs),
  }),
);

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
