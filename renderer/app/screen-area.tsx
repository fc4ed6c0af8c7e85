import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract.ts';
import type { SectionSummary } from '../../shared/model/section-summary.ts';
import type { SessionState } from '../../shared/model/session.ts';
import { AnsweringPage } from '../answering/answering-page.tsx';
import { BackupsPage } from '../backups/backups-page.tsx';
import { CannedPage } from '../canned/canned-page.tsx';
import { KeptStatesProvider } from '../kept-state.tsx';
import { LedgerPage } from '../ledger/ledger-page.tsx';
import { IntakeScreen } from '../members/forms/intake-screen.tsx';
import { createMemberDrafts, type MemberDrafts } from '../members/member-drafts.ts';
import { MembersArea } from '../members/members-area.tsx';
import { ReviewScreen } from '../members/review/review-screen.tsx';
import { OutboxScreen } from '../outbox/outbox-screen.tsx';
import { OwnPage } from '../session/own-page.tsx';
import { StaffPage } from '../session/staff-page.tsx';
import { createMailboxDrafts, type MailboxDrafts } from '../settings/mailbox-drafts.ts';
import { SettingsScreen } from '../settings/settings-screen.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { MailStatusArea } from './mail-status-area.tsx';
import type { Screen } from './screen.ts';
import { SectionScreen } from './section-screen.tsx';
import { StoreErrorScreen } from './store-error-screen.tsx';
import type { PreferencesHandle } from './use-preferences.ts';
import styles from './workspace.module.css';

type ScreenAreaProps = {
  readonly screen: Screen;
  readonly staff: NonNullable<SessionState['staff']>;
  readonly sections: readonly SectionSummary[];
  readonly preferences: PreferencesHandle;
  readonly info: CallOutput<'app.info'> | null;
  readonly onOpen: (screen: Screen) => void;
  readonly onSession: (state: SessionState) => void;
  readonly onSectionsChanged: () => void;
};

/** The space beside the sidebar. A section that cannot be shown says why, and what to do. */
export function ScreenArea(props: ScreenAreaProps) {
  // Here for as long as somebody is signed in: a look at the mail loses nothing that was typed.
  const [drafts] = useState(createMailboxDrafts);
  const [memberDrafts] = useState(createMemberDrafts);
  return (
    <KeptStatesProvider>
      <div className={styles.screen}>{screenOf(props, drafts, memberDrafts)}</div>
    </KeptStatesProvider>
  );
}

function screenOf(props: ScreenAreaProps, drafts: MailboxDrafts, memberDrafts: MemberDrafts) {
  const { screen, staff, sections, preferences, info, onOpen, onSession, onSectionsChanged } =
    props;
  if (screen.kind === 'settings')
    return (
      <SettingsScreen
        page={screen.page}
        sections={sections}
        preferences={preferences.value}
        info={info}
        drafts={drafts}
        // Nobody knows the passphrase of the demo's profile.
        ownPage={
          info?.demo === false ? () => <OwnPage staff={staff} onSession={onSession} /> : null
        }
        staffPage={
          info?.demo === false && staff.role === 'administrator'
            ? () => <StaffPage own={staff.id} sectionIds={sections.map(({ id }) => id)} />
            : null
        }
        ledgerPage={() => (
          <LedgerPage
            sectionIds={sections
              .filter(({ storeError }) => storeError === null)
              .map(({ id }) => id)}
            staffName={staff.name}
          />
        )}
        cannedPage={(sectionId) => <CannedPage key={sectionId} sectionId={sectionId} />}
        answeringPage={(sectionId) => <AnsweringPage key={sectionId} sectionId={sectionId} />}
        // The demo is thrown away.
        backupsPage={info?.demo === false ? () => <BackupsPage sections={sections} /> : null}
        onPreferences={preferences.save}
        onOpenPage={(page) => onOpen({ kind: 'settings', page })}
        onSaved={(sectionId, isFirst) => {
          onSectionsChanged();
          // Whoever sets a mailbox up wants to see its mail.
          if (isFirst) onOpen({ kind: 'inbox', sectionId });
        }}
      />
    );
  const section = sections.find(({ id }) => id === screen.sectionId);
  if (section === undefined) return sections.length === 0 ? <NothingGranted /> : null;
  if (section.storeError !== null)
    return (
      <StoreErrorScreen
        key={section.id}
        sectionId={section.id}
        error={section.storeError}
        onMoved={onSectionsChanged}
      />
    );
  // Members are kept without any mail.
  if (screen.kind === 'members')
    return (
      <MembersArea
        memberId={screen.memberId ?? null}
        query={screen.query ?? ''}
        drafts={memberDrafts}
        isAdministrator={staff.role === 'administrator'}
      />
    );
  if (screen.kind === 'forms')
    return (
      <IntakeScreen
        drafts={memberDrafts}
        onOpenRecords={() => onOpen({ kind: 'members', sectionId: 'members' })}
      />
    );
  if (screen.kind === 'review')
    return (
      <ReviewScreen
        staffName={staff.name}
        onOpenConversation={(conversationId) =>
          onOpen({ kind: 'inbox', sectionId: section.id, conversationId })
        }
      />
    );
  if (section.address === null)
    return (
      <NoAccountScreen
        section={section}
        onSetUp={() =>
          onOpen({ kind: 'settings', page: { kind: 'mailbox', sectionId: section.id } })
        }
      />
    );
  const mayOpenMembers = sections.some(
    ({ id, storeError }) => id === 'members' && storeError === null,
  );
  if (screen.kind === 'outbox')
    return (
      <OutboxScreen
        key={section.id}
        sectionId={section.id}
        onOpenConversation={(conversationId) =>
          onOpen({ kind: 'inbox', sectionId: section.id, conversationId })
        }
      />
    );
  if (screen.kind === 'mail-status')
    return (
      <MailStatusArea
        key={section.id}
        section={section}
        onOpenOutbox={() => onOpen({ kind: 'outbox', sectionId: section.id })}
      />
    );
  return (
    <SectionScreen
      key={section.id}
      section={section}
      folderId={screen.folderId ?? null}
      onLeaveFolder={() => onOpen({ kind: 'inbox', sectionId: section.id })}
      conversationId={screen.conversationId ?? null}
      search={screen.search ?? null}
      otherSections={sections.filter(
        ({ id, address, storeError }) =>
          id !== section.id && address !== null && storeError === null,
      )}
      onSearch={(sectionId, search) => onOpen({ kind: 'inbox', sectionId, search })}
      members={
        mayOpenMembers
          ? {
              onOpen: (memberId) => onOpen({ kind: 'members', sectionId: 'members', memberId }),
              onSearch: (query) => onOpen({ kind: 'members', sectionId: 'members', query }),
            }
          : null
      }
      mayLookUp={mayOpenMembers && staff.role === 'administrator'}
      onOpenOutbox={() => onOpen({ kind: 'outbox', sectionId: section.id })}
      onManageCanned={() =>
        onOpen({ kind: 'settings', page: { kind: 'canned', sectionId: section.id } })
      }
    />
  );
}

/** A profile that no section was granted to, yet or any more. */
function NothingGranted() {
  const { t } = useTranslation('app');
  return (
    <main className={styles.main}>
      <EmptyState level={1} icon="lock" title={t('nothingGranted.title')}>
        {t('nothingGranted.text')}
      </EmptyState>
    </main>
  );
}

type NoAccountScreenProps = { readonly section: SectionSummary; readonly onSetUp: () => void };

function NoAccountScreen({ section, onSetUp }: NoAccountScreenProps) {
  const { t } = useTranslation(['app', 'common']);
  return (
    <main className={styles.main}>
      <EmptyState
        level={1}
        icon="mail"
        title={t('app:noAccount.title')}
        actions={
          <Button variant="primary" onPress={onSetUp}>
            {t('app:noAccount.action')}
          </Button>
        }
      >
        {t('app:noAccount.text', { section: t(`common:section.${section.id}`) })}
      </EmptyState>
    </main>
  );
}
