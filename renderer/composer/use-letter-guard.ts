import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftAttachment } from '../../shared/model/draft-attachment.ts';
import { sameAddress } from '../../shared/model/participant.ts';
import type { ReplyTarget } from '../../shared/model/reply-target.ts';
import { strikeOut } from '../../shared/strike-out.ts';
import { useToast } from '../ui/toast.tsx';
import { type LetterException, stillAddressed } from './letter-exception.ts';
import type { LetterGuard } from './letter-guard.tsx';
import { isReasoned, type MemberReason, withReason } from './member-reason.ts';
import type { ReplyComposerProps } from './reply-composer-props.ts';
import type { DraftHandle } from './use-draft.ts';
import { useLetterCheck } from './use-letter-check.ts';

/** The policy's word on a letter in hand, and the ways that it permits. */
export function useLetterGuard(
  { sectionId, conversationId, kind }: ReplyComposerProps,
  { messageId, recipient }: ReplyTarget,
  draft: Pick<DraftHandle, 'content' | 'change' | 'write'>,
  files: readonly DraftAttachment[],
  isOpen: boolean,
): LetterGuard {
  const { t } = useTranslation('policy');
  const toast = useToast();
  const { content } = draft;
  const [exception, setException] = useState<LetterException | null>(null);
  const [given, giveReason] = useState<MemberReason | null>(null);
  const excepted = stillAddressed(exception, [...content.cc, ...content.bcc]);
  const reader = recipient.allowed ? [recipient.recipient.address] : [];
  const isReply = kind === 'reply';
  const checked = useLetterCheck(
    isOpen
      ? {
          sectionId,
          conversationId,
          kind,
          messageId,
          content: isReply ? content : { ...content, cc: [] },
          to: isReply ? reader : content.cc,
          attachments: files.map(({ name, size, privacy }) => ({ name, size, privacy })),
          excepted: [...excepted],
        }
      : null,
  );
  const check = checked === null ? null : withReason(checked, given);
  const latest = useRef(draft);
  latest.current = draft;

  function strike(words: readonly string[]) {
    const before = content;
    let after = before;
    for (const each of words) after = { ...after, ...strikeOut(after, each) };
    draft.write({ text: after.text, html: after.html });
    toast({
      text: t('way.struck'),
      action: {
        label: t('way.undone'),
        onPress: () => {
          const { text, html } = latest.current.content;
          // What was typed since is not written over.
          if (text === after.text && html === after.html)
            latest.current.write({ text: before.text, html: before.html });
        },
      },
    });
  }

  return {
    check,
    isRefused: check?.findings.some(({ level }) => level === 'refused') ?? false,
    exception:
      exception === null || excepted.length === 0 ? null : { ...exception, addresses: excepted },
    except: setException,
    memberReason: check !== null && isReasoned(check) ? given : null,
    giveReason,
    reset() {
      setException(null);
      giveReason(null);
    },
    strike,
    remove(address) {
      const without = (addresses: readonly string[]) =>
        address === null ? [] : addresses.filter((one) => !sameAddress(one, address));
      draft.change({ cc: without(content.cc), bcc: without(content.bcc) });
    },
  };
}
