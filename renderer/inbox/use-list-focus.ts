import { type RefObject, useEffect, useRef, useState } from 'react';

type ListFocusHandle = {
  readonly screen: RefObject<HTMLElement | null>;
  readonly searchInput: RefObject<HTMLInputElement | null>;
  readonly toSearch: () => void;
  readonly toReading: () => void;
  /** From the search to what it finds, as soon as that is here. Who finds nothing stays and tries on. */
  readonly toFound: () => void;
  /** Staff typed on, so they want to stay. */
  readonly stay: () => void;
  /** Before the open conversation goes: the focus in it would be lost, and the arrow keys with it. */
  readonly leaveReading: () => void;
};

/** Where the focus goes between the search, the list and the open conversation. */
export function useListFocus(isAnswered: boolean, hasRows: boolean): ListFocusHandle {
  const screen = useRef<HTMLElement>(null);
  const searchInput = useRef<HTMLInputElement>(null);
  const [isLeavingSearch, setLeavingSearch] = useState(false);
  const find = (selector: string) => screen.current?.querySelector<HTMLElement>(selector) ?? null;

  useEffect(() => {
    if (!isLeavingSearch || !isAnswered) return;
    setLeavingSearch(false);
    if (!hasRows || document.activeElement !== searchInput.current) return;
    screen.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  }, [isLeavingSearch, isAnswered, hasRows]);

  return {
    screen,
    searchInput,
    toSearch: () => searchInput.current?.select(),
    toReading: () => find('[data-pane=reading]')?.focus(),
    toFound: () => setLeavingSearch(true),
    stay: () => setLeavingSearch(false),
    leaveReading() {
      const { activeElement } = document;
      const isElsewhere =
        activeElement !== null &&
        activeElement !== document.body &&
        find('[data-pane=reading]')?.contains(activeElement) !== true;
      // Without rows the pane takes the focus, and hands it on to the rows that come.
      if (!isElsewhere) (find('[role=listbox]') ?? find('[data-pane=list]'))?.focus();
    },
  };
}
