/* How long a search takes as it is typed: kanji, kana of either kind, Latin, a whole address or number. */
import { readTask, report } from './measurement.ts';
import { inMembers, signIn } from './sign-in.ts';

const rounds = 20;
const queries = [
  ...[
    '佐',
    '佐藤',
    '佐藤由',
    '佐藤由美子',
    '長谷川',
    'さとう',
    'サトウ',
    'ｻﾄｳ',
    'いがら',
    'ゆみこ',
  ],
  ...['c', 'carter', 'Muller', 'okafor 誠', 'nobody', 'member77@reader77.example', '090-0000-1234'],
];

const { dataFolder } = readTask();
const { engine, ask } = await signIn(dataFolder);
const taken: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  for (const query of queries) {
    const began = performance.now();
    await ask('member.list', { ...inMembers, query, offset: 0, limit: 100 });
    taken.push(performance.now() - began);
  }
}
await engine.close();
taken.sort((one, other) => one - other);
report({ search_p95_ms: taken[Math.floor(taken.length * 0.95)] ?? Number.NaN });
