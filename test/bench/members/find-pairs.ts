/* Who may be there twice, among as many generated members: held-out ones, in a database of their own. */
import { generateMembers } from './generate-members.ts';
import { readTask, report } from './measurement.ts';
import { heldOutSeed, measurePairs } from './pairs.ts';

const { members } = readTask();
report(await measurePairs(generateMembers(heldOutSeed, members)));
