import type { SectionSummary } from '../../shared/model/section-summary.ts';
import { useFolderName } from '../folders/use-folder-name.ts';
import { MailStatusScreen } from '../mail-status/mail-status-screen.tsx';
import { useSyncWords } from './use-sync-words.ts';

type MailStatusAreaProps = {
  readonly section: SectionSummary;
  readonly onOpenOutbox: () => void;
};

/** The mail status of a section, with the words that the sidebar has for it. */
export function MailStatusArea({ section, onOpenOutbox }: MailStatusAreaProps) {
  const syncWords = useSyncWords();
  return (
    <MailStatusScreen
      section={section}
      standing={syncWords(section)}
      nameOf={useFolderName()}
      onOpenOutbox={onOpenOutbox}
    />
  );
}
