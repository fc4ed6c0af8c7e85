import type { MailReport } from '../../shared/model/mail-report.ts';
import type { SectionId } from '../../shared/model/section.ts';

export type SupportFacts = {
  readonly version: string;
  readonly platform: string;
  readonly sectionId: SectionId;
  readonly report: MailReport;
  /** Of the app's own log, with one line for each event. */
  readonly log: string;
};

/** As RFC 9051 9 has them: a server's own words are not among them. */
const capability = /^[A-Z0-9][A-Z0-9=+._:*/-]{0,60}$/i;

/** For an IT desk: what happened and how the mail stands. No name, address, subject or folder's name. */
export function supportLog({ version, platform, sectionId, report, log }: SupportFacts): string {
  const { folders, check, connection, ...rest } = report;
  const redacted = {
    ...{ version, platform, section: sectionId, ...rest },
    connection: connection && {
      ...connection,
      capabilities: connection.capabilities.filter((name) => capability.test(name)),
    },
    folders: folders.map(({ id, role, messages, syncedAt }) => ({ id, role, messages, syncedAt })),
    check: check && {
      ...check,
      differences: check.differences.map(({ path: _path, ...difference }) => difference),
    },
  };
  return `${JSON.stringify(redacted, null, 2)}\n\n${log}`;
}
