import type { SessionState } from '../../shared/model/session.ts';

type FirstRunScreenProps = { readonly state: SessionState };

export function FirstRunScreen({ state }: FirstRunScreenProps) {
  return <main>{state.phase}</main>;
}
