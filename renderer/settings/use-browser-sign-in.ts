import { useRef, useState } from 'react';
import type { AppError } from '../../shared/errors.ts';
import type { SectionId } from '../../shared/model/section.ts';
import type { SignIn } from '../../shared/model/sign-in.ts';
import { call } from '../api.ts';

export type SignInState =
  | { readonly kind: 'idle' }
  /** The provider is asked for its page. */
  | { readonly kind: 'opening' }
  /** Its page is in the browser. */
  | { readonly kind: 'waiting'; readonly url: string }
  | { readonly kind: 'done'; readonly signIn: SignIn }
  | { readonly kind: 'failed'; readonly error: AppError };

export type BrowserSignIn = {
  readonly state: SignInState;
  /** `done` when somebody has signed in. */
  readonly run: (signIn: SignIn, user: string, done: () => void) => void;
  readonly openAgain: () => void;
  readonly cancel: () => void;
};

/** Signs in at a provider's page in the system browser. */
export function useBrowserSignIn(sectionId: SectionId): BrowserSignIn {
  const [state, setState] = useState<SignInState>({ kind: 'idle' });
  const turn = useRef(0);

  const run = async (signIn: SignIn, user: string, done: () => void) => {
    turn.current += 1;
    const mine = turn.current;
    const show = (next: SignInState) => {
      if (mine === turn.current) setState(next);
    };
    show({ kind: 'opening' });
    const begun = await call('signIn.begin', { sectionId, signIn, user });
    if (!begun.ok) return show({ kind: 'failed', error: begun.error });
    const { url } = begun.value;
    show({ kind: 'waiting', url });
    const opened = await call('link.open', { sectionId, messageId: null, url });
    if (!opened.ok) {
      void call('signIn.cancel', { sectionId });
      return show({ kind: 'failed', error: opened.error });
    }
    const finished = await call('signIn.finish', { sectionId });
    if (mine !== turn.current) return;
    if (!finished.ok) return show({ kind: 'failed', error: finished.error });
    show({ kind: 'done', signIn });
    done();
  };

  return {
    state,
    run: (signIn, user, done) => void run(signIn, user, done),
    openAgain() {
      if (state.kind !== 'waiting') return;
      void call('link.open', { sectionId, messageId: null, url: state.url });
    },
    cancel() {
      turn.current += 1;
      setState({ kind: 'idle' });
      void call('signIn.cancel', { sectionId });
    },
  };
}
