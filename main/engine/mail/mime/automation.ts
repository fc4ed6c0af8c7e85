import type { Automation } from '../../../../shared/model/message.ts';
import { firstField, type HeaderFields } from './header-fields.ts';
import { decodeHeaderText, foldHeaderText } from './header-text.ts';

/** Who tells that a letter was not delivered, in an address or a name; many servers say it in no other way. */
const daemon = /mailer-daemon|post[_o]?master|poostmaster|mail[ ._-]?delivery|mail system/i;

const failure =
  /undeliver|deliver(?:y|ed|ing)?\b.{0,24}(?:fail|error|status|unable|problem)|(?:fail|error|unable|problem)\w*\b.{0,24}deliver|returned mail|failure notice|mail (?:system )?error|error sending your mail|mail delayed|\bdelayed \d+ hour/i;

/** Of Japanese carriers, who write from an address that nobody reads. */
const japaneseFailure = /メールエラー通知|配信(?:不能|エラー|できません)/;

/** Whether a person wrote this, from its headers: RFC 3834 5, RFC 2919, RFC 3464 and common practice. */
export function readAutomation(fields: HeaderFields, type: string, reportType: string): Automation {
  if (type === 'multipart/report' && reportType === 'delivery-status') return 'bounce';
  const has = (name: string) => fields.has(name);
  const value = (name: string) => (firstField(fields, name) ?? '').trim().toLowerCase();
  const precedence = value('precedence');
  const submitted = value('auto-submitted').split(/[\s;(]/)[0] ?? '';
  if (has('x-failed-recipients')) return 'bounce';
  if (isFailure(fields)) return 'bounce';
  if (submitted === 'auto-replied' || precedence === 'auto_reply') return 'auto-replied';
  if (has('x-autoreply') || has('x-autorespond') || has('x-autoresponder')) return 'auto-replied';
  // RFC 5321 4.5.5: the empty reverse-path is for reports and replies that nothing may answer.
  if (value('return-path') === '<>') {
    // A person's answering machine writes from the person's address.
    return /mailer-daemon|postmaster|no-?reply@/.test(value('from')) ? 'bounce' : 'auto-replied';
  }
  if (/\bmailer-daemon@/.test(value('from'))) return 'bounce';
  if (has('list-id') || has('list-post') || precedence === 'list') return 'list';
  if (submitted !== '' && submitted !== 'no') return 'auto-generated';
  if (type === 'multipart/report' || precedence === 'bulk' || precedence === 'junk') {
    return 'auto-generated';
  }
  return 'no';
}

function isFailure(fields: HeaderFields): boolean {
  const raw = (name: string) => (firstField(fields, name) ?? '').trim();
  const subject = foldHeaderText(decodeHeaderText(raw('subject')));
  if (japaneseFailure.test(subject)) return true;
  const from = raw('from');
  // RFC 5321 4.5.5: what comes back comes from nobody.
  const isFromNobody = raw('return-path') === '<>' || from === '' || /<\s*>/.test(from);
  return failure.test(subject) && (isFromNobody || daemon.test(from));
}
