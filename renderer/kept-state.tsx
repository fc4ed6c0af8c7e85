import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

const KeptStates = createContext(new Map<string, unknown>());

/** Holds what is kept in this window's memory alone, for as long as it is on screen. */
export function KeptStatesProvider({ children }: { readonly children: ReactNode }) {
  const [states] = useState(() => new Map<string, unknown>());
  return <KeptStates value={states}>{children}</KeptStates>;
}

/**
 * State as `useState` has it, of a form that may be left for another screen: it is there again when
 * staff come back, until it is forgotten.
 */
export function useKept<T>(name: string, begin: T) {
  const states = useContext(KeptStates);
  const state = useState<T>(() => (states.has(name) ? (states.get(name) as T) : begin));
  const [value] = state;
  useEffect(() => {
    states.set(name, value);
  }, [states, name, value]);
  return state;
}

/** Forgets every state whose name begins so: the form was saved, or thrown away. */
export function useForgetKept(): (prefix: string) => void {
  const states = useContext(KeptStates);
  return (prefix) => {
    for (const name of [...states.keys()]) if (name.startsWith(prefix)) states.delete(name);
  };
}
