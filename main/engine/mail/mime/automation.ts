import type { Automation } from '../../../../shared/model/message.ts';
import { firstField, type HeaderFields } from './header-fields.ts';

/** Whether a person wrote this, from its headers: RFC 3834 5, RFC 2919, RFC 3464 and common practice. */
export function readAutomation(fields: HeaderFields, type: string, reportType: string): Automation {
  if (type === 'multipart/report' && reportType === 'delivery-status') return 'bounce';
  const has = (name: string) => fields.has(name);
  const value = (name: string) => (firstField(fields, name) ?? '').trim().toLowerCase();
  const precedence = value('precedence');
  const submitted = value('auto-submitted').split(/[\s;(]/)[0] ?? '';
  if (has('x-failed-recipients')) return 'bounce';
  if (submitted === 'auto-replied' || precedence === 'auto_reply') return 'auto-replied';
  if (has('x-autoreply') || has('x-autorespond') || has('x-autoresponder')) return 'auto-replied';
  // RFC 5321 4.5.5: the empty reverse-path is for reports and replies that nothing may answer.
  if (value('return-path') === '<>') {
    return /mailer-daemon|postmaster/.test(value('from')) ? 'bounce' : 'auto-replied';
  }
  if (/\bmailer-daemon@/.test(value('from'))) return 'bounce';
  if (has('list-id') || has('list-post') || precedence === 'list') return 'list';
  if (submitted !== '' && submitted !== 'no') return 'auto-generated';
  if (type === 'multipart/report' || precedence === 'bulk' || precedence === 'junk') {
    return 'auto-generated';
  }
  return 'no';
}
