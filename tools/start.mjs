import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasDisplay, sandboxArguments, startXvfb } from './setup/display.mjs';
import { root } from './setup/root.mjs';
import { build, setUp } from './setup/set-up.mjs';
import { launch } from './setup/stop.mjs';

/* `npm start`: sets everything up and opens the app, on the demo newsroom unless FUMIBAKO_DEMO=0. */
launch(async () => {
  const isHidden = !hasDisplay();
  const environment = await setUp(...(isHidden ? ['display'] : []));
  await build(environment);
  const hidden = isHidden ? await startHidden() : null;
  const switches = [...sandboxArguments(), ...(hidden?.switches ?? [])];
  const app = spawn(environment.FUMIBAKO_ELECTRON, [...switches, root], {
    stdio: 'inherit',
    env: { FUMIBAKO_DEMO: '1', ...environment, ...hidden?.environment },
  });
  // A terminal sends Ctrl+C to the app as well: it closes its databases, then this ends. Whoever
  // signals this process alone means the app too.
  process.on('SIGINT', () => setTimeout(() => app.kill(), 2000));
  process.on('SIGTERM', () => app.kill());
  try {
    const [code] = await once(app, 'exit');
    return code ?? 1;
  } finally {
    hidden?.stop();
  }
});

/** A display that nobody sees, and a picture of what is on it. */
async function startHidden() {
  const { display, stop } = await startXvfb();
  const screenshot = join(mkdtempSync(join(tmpdir(), 'fumibako-')), 'window.png');
  console.log(`  No display here: the window opens on a hidden one (Xvfb ${display}).`);
  const timer = setInterval(() => {
    if (!existsSync(screenshot)) return;
    clearInterval(timer);
    console.log(`  A screenshot of the window: ${screenshot}\n  Ctrl+C ends the app.`);
  }, 250);
  return {
    environment: { DISPLAY: display, FUMIBAKO_SCREENSHOT: screenshot },
    // Chromium's complaints that there is no desktop and no graphics card.
    switches: ['--log-level=3', '--disable-gpu'],
    stop() {
      clearInterval(timer);
      stop();
    },
  };
}
