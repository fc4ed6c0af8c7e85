/*
 * A file of so many new members from the first piece until all are written, and how long the engine
 * lets others wait meanwhile. Leaves the members for what is measured after it.
 */
import { longestPiece } from '../../../shared/model/draft-attachment.ts';
import { withLongestPause } from './longest-pause.ts';
import { readTask, report } from './measurement.ts';
import { makeMemberFile } from './member-file.ts';
import { inMembers, signIn } from './sign-in.ts';

const { dataFolder, members } = readTask();
const file = makeMemberFile(members);
const { engine, ask } = await signIn(dataFolder);
const { value, ms, longestPauseMs, longestWorkMs } = await withLongestPause(importFile);
if (value.added !== members) throw new Error(`${value.added} members were added`);
await engine.close();
report({ import_ms: ms, longest_pause_ms: longestPauseMs, longest_work_ms: longestWorkMs });

async function importFile() {
  await ask('memberImport.begin', { ...inMembers, name: 'members.csv', size: file.length });
  for (let offset = 0; offset < file.length; offset += longestPiece) {
    const content = file.subarray(offset, offset + longestPiece);
    await ask('memberImport.append', { ...inMembers, offset, content });
  }
  const read = { ...inMembers, encoding: null, delimiter: null };
  const { mapping } = await ask('memberImport.read', read);
  await ask('memberImport.judge', { ...inMembers, mapping });
  return ask('memberImport.commit', { ...inMembers, mode: 'whole', reason: '' });
}
