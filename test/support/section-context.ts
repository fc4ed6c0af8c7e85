import type { SectionContext } from '../../main/engine/services/section-context.ts';
import type { SectionDatabase } from '../../main/engine/store/open-database.ts';
import { success } from '../../shared/errors.ts';
import { sectionLedger } from './section-ledger.ts';

function unused(): never {
  throw new Error('these services do not use it');
}

/** An open section whose jobs do nothing, for services that need its database and its ledger. */
export function sectionContext(db: SectionDatabase, ledger = sectionLedger(db)): SectionContext {
  const idle = { status: unused, start: unused, stop: unused, cancel: unused };
  const ignored = () => undefined;
  return {
    id: 'world-services',
    db,
    ledger,
    inView: new Set(),
    changed: ignored,
    sync: {
      ...{ ...idle, lookAround: ignored, reconnect: unused, poke: ignored, report: unused },
      check: { status: unused, request: unused, cancel: unused, run: unused },
    },
    backup: { ...idle, make: unused, copies: () => 0 },
    checkpoint: { whileWriting: unused, stop: unused },
    retention: { ...idle, runNow: unused },
    forgetting: { wake: ignored, stop: unused },
    outbox: {
      ...idle,
      wake: ignored,
      added: ignored,
      makeReady: ignored,
      retry: unused,
      reschedule: unused,
      dismiss: unused,
      withdraw: unused,
      settle: unused,
    },
    waking: { look: ignored, stop: unused },
    expiry: { start: ignored, stop: unused },
    bodies: {
      needText: async () => success(null),
      needWhole: async () => success(null),
      ...{ cancel: unused, tidy: ignored, stop: unused },
    },
    intake: { look: ignored, stop: unused },
    serverDrafts: { look: ignored, opened: ignored, stop: unused },
    egress: { connect: unused, permit: unused },
    connections: {
      openImap: unused,
      openSecond: unused,
      openSmtp: unused,
      accessToken: unused,
      stop: unused,
    },
    browserSignIn: {
      ...{ begin: unused, finish: unused, cancel: unused, forget: ignored },
      ...{ tokensFor: unused, accessTokenFor: unused },
    },
  };
}
