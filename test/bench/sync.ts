/**
 * A first sync of 20,000 messages (about 220 MB) from Dovecot into the encrypted store, and one with
 * nothing new, beside mbsync's and beside a mere download: medians of three rounds, in which each
 * takes its turn, since a shared machine's disk and processor are a third slower now than then. Before
 * them what a day is made of: new letters in the window, and marks that are set elsewhere and here.
 * And 100,000 small messages over ten folders, with nothing new in them; and where the time of a first
 * sync goes.
 * Run: npm run bench -- sync
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDovecot } from '../support/dovecot.ts';
import { loginTo } from '../support/sync-harness.ts';
import { generateMessages } from './generate-mail.ts';
import { median } from './median.ts';
import { p95 } from './p95.ts';
import { runChild } from './run-child.ts';
import type { FlagChanges } from './sync/change-flags.ts';
import type { EngineRun } from './sync/engine-sync.ts';
import { measureManyFolders } from './sync/many-folders.ts';
import { mbsync } from './sync/mbsync.ts';
import { measureNewMail } from './sync/new-mail.ts';
import type { Stages } from './sync/stages.ts';

const count = 20_000;
const messageBytes = 10_100;
const rounds = 3;
const user = 'bench';

/** Milliseconds. */
type Round = {
  readonly raw: number;
  readonly mbsyncFull: number;
  readonly mbsyncNoop: number;
  readonly full: EngineRun;
  readonly noop: EngineRun;
};

const flagUsers = Array.from({ length: rounds }, (_, index) => `flags${index}`);
const letters = 1000;

const newMail = await measureNewMail();
const manyFolders = await measureManyFolders();
const stages = await runChild<Stages>('./sync/stages.ts', { count, bytes: messageBytes });
const dovecot = await startDovecot([user, ...flagUsers]);
const login = loginTo(dovecot, user);
try {
  const flags: FlagChanges[] = [];
  for (const flagUser of flagUsers) flags.push(await changeFlags(flagUser));
  await run(flags);
} finally {
  await dovecot.stop();
}

async function changeFlags(flagUser: string): Promise<FlagChanges> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'fumibako-bench-'));
  try {
    for (const message of generateMessages(letters, 2000)) dovecot.deliver(flagUser, message);
    const input = { dataFolder, login: loginTo(dovecot, flagUser), count: letters };
    return await runChild<FlagChanges>('./sync/change-flags.ts', input);
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function run(flags: readonly FlagChanges[]): Promise<void> {
  const messages = generateMessages(count, messageBytes);
  const megabytes = messages.reduce((sum, { length }) => sum + length, 0) / 1e6;
  for (const message of messages) dovecot.deliver(user, message);
  // Nobody pays for Dovecot's first look at the mail.
  await dovecot.doveadm('index', '-u', user, 'INBOX');
  console.log(`${count} messages, ${megabytes.toFixed(0)} MB`);
  const done: Round[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const one = await runRound();
    done.push(one);
    console.log(
      `round ${round}: engine ${seconds(one.full.liveMs)}, mbsync ${seconds(one.mbsyncFull)}, download ${seconds(one.raw)}`,
    );
  }
  report(done, flags);
}

async function runRound(): Promise<Round> {
  const folder = mkdtempSync(join(tmpdir(), 'fumibako-bench-'));
  try {
    const dataFolder = join(folder, 'data');
    mkdirSync(dataFolder);
    const raw = await runChild<{ ms: number; messages: number }>('./sync/raw-download.ts', login);
    if (raw.messages !== count) throw new Error(`downloaded ${raw.messages}`);
    const sync = mbsync(dovecot, user, folder);
    const mbsyncFull = await sync();
    const mbsyncNoop = await sync();
    const pulled = ['cur', 'new'].flatMap((part) =>
      readdirSync(join(folder, 'maildir', 'INBOX', part)),
    );
    if (pulled.length !== count) throw new Error(`mbsync pulled ${pulled.length}`);
    const full = await runChild<EngineRun>('./sync/engine-sync.ts', { dataFolder, login, count });
    if (full.messages !== count) throw new Error(`the engine stored ${full.messages}`);
    const noop = await runChild<EngineRun>('./sync/engine-sync.ts', { dataFolder, login, count });
    return { raw: raw.ms, mbsyncFull, mbsyncNoop, full, noop };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(done: readonly Round[], flags: readonly FlagChanges[]): void {
  const of = (figure: (round: Round) => number) => median(done.map(figure));
  const raw = of((round) => round.raw);
  const mbsyncFull = of((round) => round.mbsyncFull);
  const mbsyncNoop = of((round) => round.mbsyncNoop);
  const first50 = of(({ full }) => full.first50Ms ?? Number.NaN);
  const full = of((round) => round.full.liveMs);
  const noop = of((round) => round.noop.liveMs);
  const row = (what: string, ms: number, peer: number) => ({
    what,
    ms: Math.round(ms),
    'of mbsync': (ms / peer).toFixed(2),
    'of the download': (ms / raw).toFixed(2),
  });
  console.table([
    row('first 50 conversations in the store', first50, mbsyncFull),
    row('all stored, parsed, indexed, encrypted', full, mbsyncFull),
    row('nothing new', noop, mbsyncNoop),
    row('mbsync, all', mbsyncFull, mbsyncFull),
    row('mbsync, nothing new', mbsyncNoop, mbsyncNoop),
    row('download alone (imapflow)', raw, mbsyncFull),
  ]);
  // Each by itself: parsing has another core than the rest, and the server needs its share of both.
  const parts = { 'network and protocol': raw, ...stages };
  const sum = Object.values(parts).reduce((one, other) => one + other, 0);
  console.table(
    Object.entries(parts).map(([what, ms]) => ({
      what,
      ms: Math.round(ms),
      share: `${Math.round((100 * ms) / sum)} %`,
    })),
  );
  console.log(
    `engine while it syncs: longest block ${of((round) => round.full.longestBlockMs).toFixed(0)} ms, ` +
      `list of 50 answered in ${of((round) => round.full.listP95Ms).toFixed(0)} ms (95 of 100)`,
  );
  const flagsIn = median(flags.map(({ inMs }) => inMs));
  const flagsOut = median(flags.map(({ outMs }) => outMs));
  const newMailP95 = p95(newMail.inWindow);
  const announcedP95 = p95(newMail.announced);
  console.log(
    `a new letter in the window after ${newMailP95} ms, announced by the server after ${announcedP95} ms (p95); ` +
      `${letters} marks set elsewhere in the list after ${Math.round(flagsIn)} ms, ` +
      `${letters} of ours on the server after ${Math.round(flagsOut)} ms`,
  );
  const many = manyFolders;
  console.log(
    `${many.messages} small messages in ${many.folders} folders: all here after ${seconds(many.fullMs)}, ` +
      `by mbsync after ${seconds(many.mbsyncFullMs)}; with nothing new ${Math.round(many.noopMs)} ms, ` +
      `mbsync ${Math.round(many.mbsyncNoopMs)} ms`,
  );
  const peak = Math.max(...done.flatMap((round) => [round.full.peakRss, round.noop.peakRss]));
  console.log(
    JSON.stringify({
      first50_ms: Math.round(first50),
      full_ms: Math.round(full),
      noop_ms: Math.round(noop),
      mbsync_full_ms: Math.round(mbsyncFull),
      mbsync_noop_ms: Math.round(mbsyncNoop),
      raw_ms: Math.round(raw),
      floor_ratio: Math.round((100 * full) / raw) / 100,
      new_mail_p95_ms: newMailP95,
      announced_p95_ms: announcedP95,
      flags_in_ms: Math.round(flagsIn),
      flags_out_ms: Math.round(flagsOut),
      longest_pause_ms: Math.round(of((round) => round.full.longestBlockMs)),
      noop_10_folders_ms: Math.round(many.noopMs),
      mbsync_noop_10_folders_ms: Math.round(many.mbsyncNoopMs),
      peak_rss_mb: Math.round(peak / 1e6),
    }),
  );
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
