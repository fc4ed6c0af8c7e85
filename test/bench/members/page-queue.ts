/* How long a page of the review queue takes, in a database of its own where everybody is new. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { migrate } from '../../../main/engine/store/migrate.ts';
import { openDatabase } from '../../../main/engine/store/open-database.ts';
import { sectionContext } from '../../support/section-context.ts';
import { sectionLedger } from '../../support/section-ledger.ts';
import { readTask, report } from './measurement.ts';
import { addRegistrations, queuePageP95 } from './queue.ts';

const { dataFolder, members } = readTask();
const path = join(dataFolder, 'queue.db');
const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
migrate(db, () => undefined);
const section = sectionContext(db, sectionLedger(db, join(dataFolder, 'queue-head')));
addRegistrations(section, members);
report({ queue_p95_ms: queuePageP95(section) });
