import type { SectionId } from '../../shared/model/section.ts';

/** A section's own address in the demo newsroom, and how its staff sign. */
export type SectionAccount = {
  readonly sectionId: SectionId;
  readonly name: string;
  readonly address: string;
  readonly signatureEnglish: string;
  readonly signatureJapanese: string;
};

/** The demo's news agency is invented; `.example` is reserved (RFC 2606). */
export const sectionAccounts: readonly SectionAccount[] = [
  {
    sectionId: 'world-services',
    name: 'Minato News Agency, World Services',
    address: 'world-services@minato.example',
    signatureEnglish: 'World Services desk\nMinato News Agency',
    signatureJapanese: 'みなと通信社 国際サービス部',
  },
  {
    sectionId: 'website-editor',
    name: 'Minato News Agency, Website Editor',
    address: 'editor@minato.example',
    signatureEnglish: 'Website Editor\nMinato News Agency',
    signatureJapanese: 'みなと通信社 ウェブ編集部',
  },
  {
    sectionId: 'members',
    name: 'Minato News Agency, Members',
    address: 'members@minato.example',
    signatureEnglish: 'Member services\nMinato News Agency',
    signatureJapanese: 'みなと通信社 会員係',
  },
];

/** The account of a section; every section has one. */
export function sectionAccount(sectionId: SectionId): SectionAccount {
  const account = sectionAccounts.find((candidate) => candidate.sectionId === sectionId);
  if (account === undefined) throw new Error(`no demo account for ${sectionId}`);
  return account;
}
