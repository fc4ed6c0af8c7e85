import { useEffect, useRef, useState } from 'react';
import { DuplicatesScreen } from './duplicates/duplicates-screen.tsx';
import type { MemberDrafts } from './member-drafts.ts';
import { MembersScreen } from './members-screen.tsx';

/** The records, or those of them that may be of one person. */
export function MembersArea({ drafts }: { readonly drafts: MemberDrafts }) {
  const [shown, setShown] = useState<'records' | 'duplicates'>('records');
  const last = useRef(shown);
  // What had the focus is gone with its screen.
  useEffect(() => {
    if (last.current !== shown) document.querySelector<HTMLElement>('[data-pane=list]')?.focus();
    last.current = shown;
  }, [shown]);
  if (shown === 'duplicates') return <DuplicatesScreen onClose={() => setShown('records')} />;
  return <MembersScreen drafts={drafts} onDuplicates={() => setShown('duplicates')} />;
}
