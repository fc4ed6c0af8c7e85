/* Takes the import back: the last of all, since nobody is left after it. */
import { withLongestPause } from './longest-pause.ts';
import { readTask, report } from './measurement.ts';
import { inMembers, signIn } from './sign-in.ts';

const { dataFolder, members } = readTask();
const { engine, ask } = await signIn(dataFolder);
const [last] = await ask('memberImport.list', inMembers);
if (last === undefined) throw new Error('nothing was imported');
const { value, ms, longestPauseMs, longestWorkMs } = await withLongestPause(() =>
  ask('memberImport.undo', { ...inMembers, importId: last.id }),
);
if (value.takenBack !== members) throw new Error(`${value.takenBack} were taken back`);
await engine.close();
report({ undo_ms: ms, longest_pause_ms: longestPauseMs, longest_work_ms: longestWorkMs });
