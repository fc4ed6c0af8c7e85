import { addMembers } from '../../main/engine/services/change-member.ts';
import {
  enterRequest,
  finishRequest,
  identifyRequester,
  listRequests,
  refuseRequest,
  reopenRequest,
} from '../../main/engine/services/member-requests.ts';
import { findEntries } from '../../main/engine/store/chain-pages.ts';
import { findMembers } from '../../main/engine/store/member-list.ts';
import type { MemberId, MemberRequestId } from '../../shared/ids.ts';
import type { MemberRecord } from '../../shared/model/member.ts';
import type { IdentityMethod, RequestKind } from '../../shared/model/member-request.ts';
import { given } from './disclosures.ts';
import { sectionContext } from './section-context.ts';
import { sectionDatabase } from './section-database.ts';
import { hana, sectionLedger } from './section-ledger.ts';

const sectionId = 'members' as const;

/** The Members section at the desk of Hana, an administrator unless told, on 24 November 2026. */
export function requestDesk() {
  const db = sectionDatabase();
  const now = new Date(2026, 10, 24, 9).getTime();
  const section = { ...sectionContext(db), id: sectionId, ledger: sectionLedger(db) };
  let isAdministrator = true;
  const desk = () => ({ now, isAdministrator });
  return {
    db,
    now,
    section,
    hana,
    desk,
    asAdministrator(is: boolean) {
      isAdministrator = is;
    },
    add(...records: MemberRecord[]): MemberId[] {
      addMembers(section, records, now);
      const { items } = findMembers(db, null, { offset: 0, limit: 500 });
      return items.map(({ id }) => id).sort((one, other) => one - other);
    },
    enter: (
      memberId: MemberId,
      kind: RequestKind = 'access',
      days: { receivedOn?: string; deadlineOn?: string } = {},
    ) => {
      const asked = { receivedOn: '2026-11-24', deadlineOn: '2026-12-08', ...days };
      return enterRequest(section, { sectionId, memberId, kind, ...asked }, desk());
    },
    entered(memberId: MemberId, kind: RequestKind = 'access'): MemberRequestId {
      return given(this.enter(memberId, kind)).requestId;
    },
    identify: (requestId: MemberRequestId, method: IdentityMethod | null = 'call-back') =>
      identifyRequester(section, { sectionId, requestId, method }, desk()),
    finish: (requestId: MemberRequestId) =>
      finishRequest(section, { sectionId, requestId }, desk()),
    refuse: (requestId: MemberRequestId, reason = 'It was somebody else') =>
      refuseRequest(section, { sectionId, requestId, reason }, desk()),
    reopen: (requestId: MemberRequestId) =>
      reopenRequest(section, { sectionId, requestId }, desk()),
    tryList: () => listRequests(section, desk()),
    list: () => given(listRequests(section, desk())),
    entries(side: 'left' | 'audit') {
      const everything = { kind: null, staffId: null, query: '', from: null, to: null } as const;
      return findEntries(db, { side, ...everything, offset: 0, limit: 500 }).items;
    },
  };
}
