import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberId } from '../../shared/ids.ts';
import type { MemberCard } from '../../shared/model/member.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useLocale } from '../i18n/use-locale.ts';
import { useToast } from '../ui/toast.tsx';
import { useCall } from '../use-call.ts';
import type { AsOf } from './as-of.ts';
import type { MemberDrafts } from './member-drafts.ts';
import type { SavedMember } from './member-form.tsx';
import {
  editMemberForm,
  isTypedIn,
  type MemberFormState,
  newMemberForm,
} from './member-form-state.ts';

type View =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'record'; readonly memberId: MemberId; readonly asOf: AsOf | null }
  | { readonly kind: 'form'; readonly form: MemberFormState };

/** What is beside the list: a record, a form or nothing. What was typed is not left without a question. */
export function useMembersView(
  drafts: MemberDrafts,
  /** Looked up elsewhere, to be open at first. */
  memberId: MemberId | null,
  onChanged: () => void,
) {
  const { t } = useTranslation(['members', 'common']);
  const toast = useToast();
  const words = useErrorWords();
  const locale = useLocale();
  const [first] = useState<View>(
    memberId === null ? { kind: 'nothing' } : { kind: 'record', memberId, asOf: null },
  );
  const [view, setView] = useState<View>(() => {
    const form = drafts.kept();
    return form === null ? first : { kind: 'form', form };
  });
  /** Where staff were going when they were asked whether to leave the form. */
  const [leaving, setLeaving] = useState<{ readonly to: View } | null>(
    view.kind === 'form' && first.kind === 'record' ? { to: first } : null,
  );
  const card = useCall(
    'member.read',
    view.kind === 'record'
      ? { sectionId: 'members', memberId: view.memberId, asOf: view.asOf?.sequence ?? null }
      : undefined,
  );
  const reload = useRef(card.reload);
  reload.current = card.reload;

  function go(to: View) {
    setLeaving(null);
    drafts.keep(null);
    setView(to);
  }

  function leaveFor(to: View) {
    if (view.kind === 'form' && isTypedIn(view.form)) setLeaving({ to });
    else go(to);
  }

  /** From the form back to the record that it is of. */
  const behindForm = (): View =>
    view.kind === 'form' && view.form.memberId !== null
      ? { kind: 'record', memberId: view.form.memberId, asOf: null }
      : { kind: 'nothing' };

  async function undo({ memberId, isNew, sequence }: SavedMember) {
    if (sequence === null) return;
    const result = await call('member.undo', { sectionId: 'members', memberId, sequence });
    if (!result.ok) {
      const { what, next } = words(result.error);
      toast({ text: t('common:sentences', { first: what, second: next }) });
      return;
    }
    toast({ text: t('members:form.undone') });
    onChanged();
    if (!isNew) reload.current();
    else
      setView((now) =>
        now.kind === 'record' && now.memberId === memberId ? { kind: 'nothing' } : now,
      );
  }

  return {
    view,
    card,
    openId:
      view.kind === 'nothing' ? null : view.kind === 'form' ? view.form.memberId : view.memberId,
    open: (memberId: MemberId) => {
      const isOpen = view.kind === 'record' && view.memberId === memberId && view.asOf === null;
      if (!isOpen) leaveFor({ kind: 'record', memberId, asOf: null });
    },
    showAsOf: (asOf: AsOf | null) => {
      if (view.kind === 'record') setView({ ...view, asOf });
    },
    add: () => leaveFor({ kind: 'form', form: newMemberForm(locale) }),
    edit: (record: MemberCard) => go({ kind: 'form', form: editMemberForm(record) }),
    close: () => leaveFor(behindForm()),
    change: (form: MemberFormState) => {
      drafts.keep(isTypedIn(form) ? form : null);
      setView({ kind: 'form', form });
    },
    saved: (saved: SavedMember) => {
      const { memberId, isNew, sequence } = saved;
      go({ kind: 'record', memberId, asOf: null });
      onChanged();
      if (sequence === null) toast({ text: t('members:form.same') });
      else
        toast({
          text: t(isNew ? 'members:form.added' : 'members:form.saved'),
          action: { label: t('members:form.undo'), onPress: () => void undo(saved) },
        });
    },
    undone: () => {
      toast({ text: t('members:form.undone') });
      reload.current();
      onChanged();
    },
    isLeaving: leaving !== null,
    leave: () => {
      if (leaving !== null) go(leaving.to);
    },
    stay: () => setLeaving(null),
  };
}
