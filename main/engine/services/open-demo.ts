import { randomBytes } from 'node:crypto';
import { domainOf } from '../../../shared/domain-name.ts';
import type { DemoNewsroom } from '../demo-newsroom.ts';
import { saveAccount } from '../store/account.ts';
import { findSectionSettings, saveSectionSettings } from '../store/section-settings.ts';
import { addMembers } from './change-member.ts';
import { teachForm } from './forms.ts';
import type { FindSection } from './section-context.ts';
import type { SessionService } from './session.ts';

/** A throwaway profile whose passphrase nobody knows, with the demo newsroom's accounts set up. */
export async function openDemo(
  newsroom: DemoNewsroom,
  session: SessionService,
  sections: { readonly find: FindSection },
  now: number,
): Promise<void> {
  const passphrase = randomBytes(24).toString('base64');
  const created = await session.create({ name: 'Demo', passphrase });
  if (!created.ok) throw new Error(`the demo profile was refused: ${created.error.code}`);
  session.tell();
  for (const account of newsroom.accounts) {
    const section = sections.find(account.sectionId);
    if (!section.ok) throw new Error(`no demo section: ${section.error.code}`);
    const server = {
      host: newsroom.host,
      security: 'tls' as const,
      user: account.user,
      password: account.password,
      trustedFingerprint: newsroom.fingerprint,
      trustedCertificate: newsroom.certificatePem,
    };
    saveAccount(section.value.db, {
      senderName: account.senderName,
      senderAddress: account.senderAddress,
      imap: { ...server, port: newsroom.imapPort },
      smtp: { ...server, port: newsroom.smtpPort },
    });
    const { db } = section.value;
    const companyDomains = [domainOf(account.senderAddress)];
    saveSectionSettings(db, { ...findSectionSettings(db), companyDomains });
    if (account.sectionId === 'members') {
      const place = { sectionId: account.sectionId, formId: null };
      addMembers(section.value, newsroom.members, now);
      for (const content of newsroom.forms)
        teachForm(section.value, { ...place, content }, now, true);
    }
    section.value.sync.start();
  }
}
