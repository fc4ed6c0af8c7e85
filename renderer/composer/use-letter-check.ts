import { useEffect, useRef, useState } from 'react';
import type { CallInput } from '../../shared/contract.ts';
import type { LetterCheck } from '../../shared/model/letter-check.ts';
import { call } from '../api.ts';

/** How long after the last key the policy is asked, in ms. */
const waitMs = 300;

/**
 * What the policy says of the letter as it stands: asked at each pause of the keys, and at once when
 * whom it goes to has changed. Null until the first answer, and while there is nothing to ask about.
 */
export function useLetterCheck(letter: CallInput<'letter.check'> | null): LetterCheck | null {
  const [check, setCheck] = useState<LetterCheck | null>(null);
  const { content, ...place } = letter ?? { content: null };
  const addressed = JSON.stringify([place, content?.cc, content?.bcc, content?.quote]);
  const lastAddressed = useRef<string | null>(null);
  const latest = useRef(letter);
  latest.current = letter;
  const text = content?.text;
  const html = content?.html;

  // biome-ignore lint/correctness/useExhaustiveDependencies: these are all that the letter consists of
  useEffect(() => {
    let isStale = false;
    const ask = async () => {
      if (latest.current === null) return setCheck(null);
      const result = await call('letter.check', latest.current);
      // A letter that cannot be judged is judged when it is sent.
      if (!isStale) setCheck(result.ok ? result.value : null);
    };
    const isAddressedAnew = lastAddressed.current !== addressed;
    lastAddressed.current = addressed;
    const timer = setTimeout(() => void ask(), isAddressedAnew ? 0 : waitMs);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [addressed, text, html]);

  return check;
}
