import { useState } from 'react';
import { DuplicatesScreen } from './duplicates/duplicates-screen.tsx';
import type { MemberDrafts } from './member-drafts.ts';
import { MembersScreen } from './members-screen.tsx';

/** The records, or those of them that may be of one person. */
export function MembersArea({ drafts }: { readonly drafts: MemberDrafts }) {
  const [shown, setShown] = useState<'records' | 'duplicates'>('records');
  if (shown === 'duplicates') return <DuplicatesScreen onClose={() => setShown('records')} />;
  return <MembersScreen drafts={drafts} onDuplicates={() => setShown('duplicates')} />;
}
