import { killTest } from './setup/kill-test.mjs';
import { launch } from './setup/stop.mjs';

/* `npm run test:crash -- [kills] [seed]`: kills the engine at random moments and looks what is left. */
launch(() => killTest('test/main/engine/crash.test.ts', 'FUMIBAKO_CRASH_REPORT'));
