import { useTranslation } from 'react-i18next';
import type { ChainEntry } from '../../shared/model/chain-entry.ts';
import { fingerprintEndLength } from '../../shared/model/group-company.ts';
import type { RetentionRule } from '../../shared/model/retention.ts';
import { useFormat } from '../i18n/use-format.ts';

export type EntryWords = {
  readonly number: string;
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly target: string;
  readonly why: string;
};

/** An entry as people read it, on screen and on paper alike. */
export function useEntryWords(): (entry: ChainEntry) => EntryWords {
  const { t } = useTranslation(['ledger', 'common', 'members', 'retention']);
  const format = useFormat();
  const ruleWords = (kind: ChainEntry['kind'], rule: RetentionRule) => [
    t('ledger:why.rule', {
      number: rule.id,
      status: t(`members:status.${rule.status}`),
      part: t(`retention:part.${rule.part}`),
      count: rule.count,
      unit: t(`retention:unit.${rule.unit}`),
    }),
    kind === 'retention-rule-changed' &&
      t(rule.onSince === null ? 'ledger:why.ruleOff' : 'ledger:why.ruleOn'),
  ];
  return (entry) => {
    const { detail, kind, messageId } = entry;
    const why = [
      entry.reason,
      kind === 'mail' && messageId !== null && t('why.answer', { number: messageId }),
      kind !== 'mail' && messageId !== null && t('why.message', { number: messageId }),
      kind === 'print' &&
        (entry.conversationId === null
          ? detail.paper !== 'erasure' &&
            t(detail.paper === undefined ? 'why.ledger' : 'why.disclosures')
          : t('why.conversation', { number: entry.conversationId })),
      detail.concerns !== undefined && t('why.concerns', { number: detail.concerns }),
      detail.server !== undefined && t('why.server', { server: detail.server }),
      ...(detail.attachments ?? []).map(({ name, size }) =>
        t('why.attachment', { name, size: format.size(size) }),
      ),
      detail.count !== undefined && t('why.count', { count: detail.count }),
      detail.other !== undefined &&
        t('why.other', { other: t('member', { number: detail.other }) }),
      detail.purpose !== undefined && t(`why.purpose.${detail.purpose}`),
      detail.from !== undefined && t('why.from', { section: t(`common:section.${detail.from}`) }),
      detail.field !== undefined && t('why.field', { field: t(`memberField.${detail.field}`) }),
      ...(detail.rule === undefined ? [] : ruleWords(kind, detail.rule)),
      detail.erasure !== undefined && t('why.erasure', { number: detail.erasure }),
      detail.disclosure !== undefined && t('why.disclosure', { number: detail.disclosure }),
      detail.members !== undefined && t('why.members', { count: detail.members }),
      detail.fields !== undefined &&
        t('why.fields', {
          fields: detail.fields.map((field) => t(`members:field.${field}`)).join(t('separator')),
        }),
      detail.fingerprint !== undefined &&
        t('why.fingerprint', { fingerprint: detail.fingerprint.slice(-fingerprintEndLength) }),
      detail.formerHead && t('why.formerHead', { number: detail.formerHead.sequence }),
    ];
    return {
      number: format.number(entry.sequence),
      when: format.stamp(entry.at),
      who: entry.staffName || t(entry.staffId === null ? 'nobody' : 'unknown'),
      what: detail.outcome === undefined ? t(`kind.${kind}`) : t(`outcome.${detail.outcome}`),
      // A member is named by number alone: who that is, their record says, while there is one.
      target: isOfMember(entry) ? t('member', { number: entry.target }) : entry.target,
      why: why.filter((words) => typeof words === 'string' && words !== '').join(t('separator')),
    };
  };
}

function isOfMember({ kind, target, detail }: ChainEntry): boolean {
  if (detail.paper === 'member-disclosures' || detail.paper === 'erasure') return true;
  // Of a look-up that found nobody there is none.
  return kind.startsWith('member-') && kind !== 'member-data' && target !== '';
}
