/*
 * The engine as the app runs it, from the moment an account is saved (or, when there is one, from
 * signing in) until its sync is live and has as many messages as it should. Beside it a window asks for its list ten times a second.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ServerLogin } from '../../../main/engine/mail/account.ts';
import type { SectionSettings } from '../../../shared/model/section-settings.ts';
import type { SessionState } from '../../../shared/model/session.ts';
import type { SyncStatus } from '../../../shared/model/sync-status.ts';
import { plainEngine } from '../../support/plain-engine.ts';

type Input = {
  readonly dataFolder: string;
  readonly login: ServerLogin;
  /** Each is a conversation of its own. */
  readonly count: number;
  /** Of how many months the letters themselves are kept, where not of all. */
  readonly bodyMonths?: SectionSettings['bodyMonths'];
};

export type EngineRun = {
  readonly first50Ms: number | null;
  /** Once it is live, other folders may still be on their way. */
  readonly liveMs: number;
  readonly allMs: number;
  readonly messages: number;
  /** Bytes. */
  readonly peakRss: number;
  readonly longestBlockMs: number;
  readonly listP95Ms: number;
};

const { dataFolder, login, count, bodyMonths = 0 } = JSON.parse(process.argv[2] ?? '') as Input;
const passphrase = 'lantern ferry orchard nine';
const sectionId = 'world-services';
let live: number | null = null;
let status: SyncStatus | null = null;

const engine = plainEngine(dataFolder, (event, payload) => {
  if (event !== 'sync.changed') return;
  const changed = payload as SyncStatus;
  if (changed.sectionId !== sectionId) return;
  status = changed;
  if (changed.phase === 'live') live ??= performance.now();
});

async function ask<T>(name: string, input: unknown): Promise<T> {
  const result = await engine.call(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
  return result.value as T;
}

const { profiles } = await ask<SessionState>('session.state', null);
const staffId = profiles[0]?.id;
let started: number;
if (staffId === undefined) {
  await ask('session.create', { name: 'Bench', passphrase });
  const { password, trustedCertificate: _, ...server } = login;
  const settings = {
    senderName: '',
    senderAddress: 'bench@minato.example',
    imap: server,
    smtp: server,
  };
  await ask('settings.change', { sectionId, change: { bodyMonths } });
  started = performance.now();
  await ask('account.save', { sectionId, settings, passwords: { imap: password, smtp: password } });
} else {
  await ask('session.unlock', { staffId, passphrase });
  started = performance.now();
}

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
let first50: number | null = null;
let messages = 0;
const latencies: number[] = [];
while (live === null || messages < count) {
  const asked = performance.now();
  const list = { sectionId, view: 'all', query: '', offset: 0, limit: 50 };
  const { total } = await ask<{ total: number }>('conversation.list', list);
  messages = total;
  const answered = performance.now();
  latencies.push(answered - asked);
  if (total >= 50) first50 ??= answered;
  if ((status as SyncStatus | null)?.phase === 'stopped') throw new Error('the sync stopped');
  await new Promise((resolve) => setTimeout(resolve, first50 === null ? 10 : 100));
}
const complete = performance.now();
delay.disable();
await engine.close();
latencies.sort((one, other) => one - other);
const run: EngineRun = {
  first50Ms: first50 === null ? null : first50 - started,
  liveMs: live - started,
  allMs: Math.max(complete, live) - started,
  messages,
  peakRss: process.resourceUsage().maxRSS * 1024,
  longestBlockMs: delay.max / 1e6,
  listP95Ms: latencies[Math.floor(latencies.length * 0.95)] ?? 0,
};
console.log(JSON.stringify(run));
process.exit(0);
