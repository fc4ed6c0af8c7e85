/** The window's half of `npm run bench -- send` by itself. Run: npm run bench -- composer */
import { measureComposer } from './send/window-latency.ts';

const { composerP95Ms, typingP95Ms } = await measureComposer();
console.log(
  JSON.stringify({
    composer_p95_ms: Number(composerP95Ms.toFixed(1)),
    typing_p95_ms: Number(typingP95Ms.toFixed(1)),
  }),
);
