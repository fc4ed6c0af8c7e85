import { killTest } from './setup/kill-test.mjs';
import { launch } from './setup/stop.mjs';

/* `npm run test:send -- [kills] [seed]`: kills the engine while it sends, and counts what arrived. */
launch(() => killTest('test/main/engine/send-kill.test.ts', 'FUMIBAKO_SEND_REPORT'));
