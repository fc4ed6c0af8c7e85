import type { SessionState } from '../../shared/model/session.ts';

type SignInScreenProps = {
  readonly state: SessionState;
  readonly because: 'start' | 'lock' | 'crash';
};

export function SignInScreen({ state, because }: SignInScreenProps) {
  return (
    <main>
      {state.phase} {because}
    </main>
  );
}
