/**
 * The search over 100,000 messages in one encrypted store (SpamAssassin's real mail, repeated with altered
 * words, and Japanese paragraphs), beside notmuch on the same mail in the same run: how long the first
 * page of hits takes, how much of what a scan finds is found, and what the index costs.
 * Run: npm run bench -- search [COUNT]
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseMessage } from '../../main/engine/mail/mime/parse-message.ts';
import { foldText } from '../../shared/fold-text.ts';
import { spamAssassin } from '../support/spam-assassin.ts';
import { median } from './median.ts';
import { p95 } from './p95.ts';
import { notmuchOver } from './search/notmuch.ts';
import { type BenchQuery, chooseQueries } from './search/queries.ts';
import { altered, japaneseLetter, japaneseTexts } from './search/spam-letters.ts';
import { createSearchStore } from './search/store.ts';

const count = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), 'fumibako-bench-'));
try {
  await run();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function run(): Promise<void> {
  const mail = spamAssassin().map(({ raw }) => raw);
  const japanese = japaneseTexts().slice(0, Math.floor(count / 4));
  const samples = await Promise.all(
    mail.slice(0, 1500).map(async (raw) => textOf(await parseMessage(raw))),
  );
  const queries = chooseQueries(samples, japanese);
  const expected = new Map(queries.map((query) => [query, 0]));
  const notmuch = notmuchOver(folder);
  const store = createSearchStore(join(folder, 'section.db'), randomBytes(32));
  let rawBytes = 0;
  for (let index = 0; index < count; index += 1) {
    const at = index - japanese.length;
    const text = japanese[index];
    const base = mail[Math.max(0, at) % mail.length] ?? Buffer.alloc(0);
    const raw =
      text === undefined
        ? altered(base, Math.floor(at / mail.length), index)
        : japaneseLetter(text, index);
    rawBytes += raw.byteLength;
    writeFileSync(join(folder, 'mail', 'cur', `${index}.bench:2,S`), raw);
    const parsed = await parseMessage(raw);
    const folded = foldText(textOf(parsed));
    for (const query of queries)
      if (query.isIn?.(folded) === true) expected.set(query, (expected.get(query) ?? 0) + 1);
    store.add(raw, parsed);
  }
  const { indexMs, indexBytes } = store.finish();
  const notmuchIndexMs = await notmuch.index();
  const figures: {
    readonly kind: BenchQuery['kind'];
    readonly ms: number;
    readonly theirs: number;
  }[] = [];
  const recalls: { readonly ours: number; readonly theirs: number }[] = [];
  for (const query of queries) {
    const asked = [1, 2, 3].map(() => store.search(query.text));
    const theirs = query.notmuch === null ? Number.NaN : await notmuch.search(query.notmuch);
    figures.push({ kind: query.kind, ms: median(asked.map(({ ms }) => ms)), theirs });
    const wanted = expected.get(query) ?? 0;
    if (query.isIn === null || wanted === 0) continue;
    const [first] = asked;
    // Of many the newest are listed.
    const listed = first?.isCut === true ? Math.min(wanted, first.total) : wanted;
    const found = await notmuch.count(query.notmuch ?? '');
    if (first?.isCut !== true && first?.total !== wanted)
      console.log(`${query.text}: ${first?.total} instead of ${wanted}`);
    recalls.push({
      ours: Math.min(1, (first?.total ?? 0) / listed),
      theirs: Math.min(1, found / wanted),
    });
  }
  store.close();
  const kinds = [...new Set(figures.map(({ kind }) => kind))];
  console.log(`${count.toLocaleString('en')} messages, ${mb(rawBytes)} of mail`);
  for (const kind of kinds) {
    const some = figures.filter((figure) => figure.kind === kind);
    console.log(
      `${kind.padEnd(10)} p95 ${p95(some.map(({ ms }) => ms)).toFixed(1)} ms, median ` +
        `${median(some.map(({ ms }) => ms)).toFixed(1)} ms; notmuch p95 ` +
        `${p95(some.map(({ theirs }) => theirs).filter((ms) => !Number.isNaN(ms))).toFixed(1)} ms`,
    );
  }
  console.log(
    `index ${(indexMs / 1000).toFixed(1)} s and ${mb(indexBytes)}; notmuch ${(notmuchIndexMs / 1000).toFixed(1)} s`,
  );
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
  const theirs = figures.map((figure) => figure.theirs).filter((ms) => !Number.isNaN(ms));
  console.log(
    JSON.stringify({
      search_p95_ms: round(p95(figures.map(({ ms }) => ms))),
      notmuch_p95_ms: round(p95(theirs)),
      recall: round(mean(recalls.map((recall) => recall.ours))),
      notmuch_recall: round(mean(recalls.map((recall) => recall.theirs))),
      index_ms: Math.round(indexMs),
      notmuch_index_ms: Math.round(notmuchIndexMs),
      index_bytes: indexBytes,
      raw_bytes: rawBytes,
    }),
  );
}

type Parsed = Awaited<ReturnType<typeof parseMessage>>;

/** All that is searched. */
function textOf({ subject, text, from, replyTo, to, cc, attachments }: Parsed): string {
  const people = [...from, ...replyTo, ...to, ...cc].flatMap(({ name, address }) => [
    name,
    address,
  ]);
  const names = attachments.map(({ filename }) => filename ?? '');
  return [subject, ...people, text.slice(0, 200_000), ...names].join('\n\n');
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function mb(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(0)} MB`;
}
