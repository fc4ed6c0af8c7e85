import { useState } from 'react';
import type { MemberId } from '../../../shared/ids.ts';
import { mostDisclosed } from '../../../shared/model/disclosure.ts';
import type { MemberSummary } from '../../../shared/model/member.ts';
import { call } from '../../api.ts';

export const disclosureTabs = ['waiting', 'new', 'companies', 'record'] as const;
export type DisclosureTab = (typeof disclosureTabs)[number];

export type Disclosing = {
  readonly tab: DisclosureTab;
  readonly show: (tab: DisclosureTab) => void;
  readonly chosen: readonly MemberSummary[];
  /** Adds a member, or takes them out. */
  readonly toggle: (member: MemberSummary) => void;
  readonly remove: (ids: ReadonlySet<MemberId>) => void;
  /** Everybody that a search of the list finds, as many as one disclosure may have. */
  readonly addFound: (query: string) => Promise<void>;
  readonly clear: () => void;
};

const pageSize = 500;

/** The page of disclosures beside the list, and whom the list chooses for a new one. Null while it is closed. */
export function useDisclosing() {
  const [tab, setTab] = useState<DisclosureTab | null>(null);
  const [chosen, setChosen] = useState<readonly MemberSummary[]>([]);

  const add = (found: readonly MemberSummary[]) =>
    setChosen((last) => {
      const known = new Set(last.map(({ id }) => id));
      return [...last, ...found.filter(({ id }) => !known.has(id))].slice(0, mostDisclosed);
    });

  async function addFound(query: string): Promise<void> {
    for (let offset = 0; offset < mostDisclosed; offset += pageSize) {
      const page = { sectionId: 'members', query, offset, limit: pageSize } as const;
      const result = await call('member.list', page);
      if (!result.ok) return;
      add(result.value.items);
      if (offset + pageSize >= result.value.total) return;
    }
  }

  const disclosing: Disclosing | null =
    tab === null
      ? null
      : {
          tab,
          show: setTab,
          chosen,
          toggle: (member) =>
            setChosen((last) =>
              last.some(({ id }) => id === member.id)
                ? last.filter(({ id }) => id !== member.id)
                : [...last, member].slice(0, mostDisclosed),
            ),
          remove: (ids) => setChosen((last) => last.filter(({ id }) => !ids.has(id))),
          addFound,
          clear: () => setChosen([]),
        };
  return {
    disclosing,
    /** Whoever is opened in the list is chosen instead. */
    isChoosing: tab === 'new',
    open: () => setTab((last) => last ?? 'waiting'),
    close: () => setTab(null),
  };
}
