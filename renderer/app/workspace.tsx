import type { StaffProfile } from '../../shared/model/session.ts';
import type { PreferencesHandle } from './use-preferences.ts';

type WorkspaceProps = { readonly staff: StaffProfile; readonly preferences: PreferencesHandle };

export function Workspace({ staff, preferences }: WorkspaceProps) {
  return (
    <main>
      {staff.name} {preferences.value.locale}
    </main>
  );
}
