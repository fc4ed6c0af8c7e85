import { addMembers } from '../../../main/engine/services/change-member.ts';
import { listQueue } from '../../../main/engine/services/review-queue.ts';
import type { SectionContext } from '../../../main/engine/services/section-context.ts';
import { queuePageLimit } from '../../../shared/contract/review-calls.ts';
import { blankAddress, blankMember, type MemberRecord } from '../../../shared/model/member.ts';

/**
 * How long a page of the review queue takes, in milliseconds, for 95 in 100 of them: pages from its
 * whole length, each with its checks, as the window asks for them.
 */
export function queuePageP95(section: Pick<SectionContext, 'db' | 'ledger'>, pages = 200): number {
  const times: number[] = [];
  let after: Parameters<typeof listQueue>[1]['after'] = null;
  const places = placesIn(section, pages);
  for (let page = 0; page < pages; page += 1) {
    const began = performance.now();
    const listed = listQueue(
      section,
      { sectionId: 'members', status: 'new', after, limit: queuePageLimit },
      0,
    );
    times.push(performance.now() - began);
    if (!listed.ok) throw new Error('no page');
    after = places[page % places.length] ?? null;
  }
  times.sort((one, other) => one - other);
  return times[Math.ceil(times.length * 0.95) - 1] ?? 0;
}

/** As many rows, evenly spread over the queue. */
function placesIn({ db }: Pick<SectionContext, 'db'>, count: number) {
  const rows = db
    .prepare(
      `SELECT id, added_at AS addedAt FROM member WHERE status = 'new' ORDER BY added_at, id`,
    )
    .all() as NonNullable<Parameters<typeof listQueue>[1]['after']>[];
  const step = Math.max(1, Math.floor(rows.length / count));
  return rows.filter((_, index) => index % step === 0);
}

/** Registrations as they come, some with an address or a number that another has too. */
export function addRegistrations(section: SectionContext, count: number): void {
  const batch = 5000;
  for (let from = 0; from < count; from += batch) {
    const size = Math.min(batch, count - from);
    const records = Array.from({ length: size }, (_, index) => registration(from + index));
    addMembers(section, records, Date.UTC(2026, 0, 1) + from);
  }
}

function registration(number: number): MemberRecord {
  const own = number % 50 === 0 ? number + 1 : number;
  return {
    ...blankMember,
    familyName: `森${number}`,
    givenName: '美香',
    familyKana: 'モリ',
    givenKana: 'ミカ',
    consent: { version: '3', date: '2026-01-01', source: 'form' },
    emails: [`reader${own}@gmail.com`],
    phones: [`+8190${String(10_000_000 + own)}`],
    addresses: [
      {
        ...blankAddress,
        postalCode: '100-0001',
        region: '東京都',
        city: '千代田区',
        street: '1-1',
      },
    ],
  };
}
