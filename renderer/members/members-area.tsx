import { useEffect, useRef, useState } from 'react';
import type { MemberId } from '../../shared/ids.ts';
import { DuplicatesScreen } from './duplicates/duplicates-screen.tsx';
import { ErasuresPage } from './erasure/erasures-page.tsx';
import type { MemberDrafts } from './member-drafts.ts';
import type { MembersPage } from './members-page.ts';
import { MembersScreen } from './members-screen.tsx';
import { NumbersPage } from './numbers/numbers-page.tsx';
import { RequestsPage } from './requests/requests-page.tsx';
import { RetentionPage } from './retention/retention-page.tsx';

type MembersAreaProps = {
  /** To open at once; null opens none. */
  readonly memberId: MemberId | null;
  /** To search for at first. */
  readonly query: string;
  readonly drafts: MemberDrafts;
  readonly isAdministrator: boolean;
};

/** The members, or one of the pages about all of them. */
export function MembersArea({ memberId, query, drafts, isAdministrator }: MembersAreaProps) {
  const [page, setPage] = useState<MembersPage | null>(null);
  /** Whom another page led to. */
  const [chosen, setChosen] = useState<MemberId | null>(null);
  const last = useRef(page);
  // What had the focus is gone with its screen.
  useEffect(() => {
    if (last.current !== page) document.querySelector<HTMLElement>('[data-pane=list]')?.focus();
    last.current = page;
  }, [page]);
  const back = () => setPage(null);
  if (page === 'duplicates') return <DuplicatesScreen onClose={back} />;
  if (page === 'retention')
    return <RetentionPage isAdministrator={isAdministrator} onBack={back} />;
  if (page === 'requests')
    return (
      <RequestsPage
        onBack={back}
        onOpenMember={(id) => {
          setChosen(id);
          back();
        }}
      />
    );
  if (page === 'erasures') return <ErasuresPage isAdministrator={isAdministrator} onBack={back} />;
  if (page === 'numbers') return <NumbersPage onBack={back} />;
  return (
    <MembersScreen
      memberId={chosen ?? memberId}
      query={query}
      drafts={drafts}
      onPage={(next) => {
        setChosen(null);
        setPage(next);
      }}
    />
  );
}
