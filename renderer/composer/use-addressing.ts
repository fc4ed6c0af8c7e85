import { useEffect, useRef } from 'react';
import type { LetterKind } from '../../shared/model/draft.ts';
import type { LetterCheck } from '../../shared/model/letter-check.ts';
import type { Addressing } from './recipients-field.tsx';
import { withAddresses } from './split-addresses.ts';
import type { DraftHandle } from './use-draft.ts';

/**
 * Whom a letter in hand goes to, and the way to change that. A reply to all begins with copies for the
 * staff whom the reader wrote to, and for nobody else.
 */
export function useAddressing(
  kind: LetterKind,
  isToAll: boolean,
  draft: Pick<DraftHandle, 'content' | 'change'>,
  check: LetterCheck | null,
): Addressing {
  const latest = useRef(draft);
  latest.current = draft;
  const isDone = useRef(false);
  if (!isToAll) isDone.current = false;
  useEffect(() => {
    if (!isToAll || check === null || isDone.current) return;
    isDone.current = true;
    const { content, change } = latest.current;
    const staff = check.copied.filter(({ standing }) => standing === 'staff');
    const cc = withAddresses(
      content.cc,
      staff.map(({ address }) => address),
    );
    if (cc.length !== content.cc.length) change({ cc: [...cc] });
  }, [isToAll, check]);
  return { kind, isToAll, content: draft.content, check, onChange: (part) => draft.change(part) };
}
