import { expect, it } from 'vitest';
import {
  editMemberForm,
  fieldsToSave,
  isTypedIn,
  newMemberForm,
  withRevealed,
} from '../../../renderer/members/member-form-state.ts';
import { MemberId } from '../../../shared/ids.ts';
import { blankMember, type MemberCard, ShownFields } from '../../../shared/model/member.ts';

const card: MemberCard = {
  id: MemberId.parse(7),
  shown: ShownFields.parse({ ...blankMember, familyName: '森' }),
  counts: { phones: 1, emails: 0, addresses: 0, custom: 0 },
  mergedInto: null,
  addedAt: 1,
  changedAt: 1,
};

it('saves only what was typed in, and a hidden field only once it was looked at', () => {
  const form = editMemberForm(card);
  expect(isTypedIn(form)).toBe(false);
  const typed = { ...form, typed: { ...form.typed, plan: 'Daily', phones: ['never shown'] } };
  expect(fieldsToSave(typed)).toEqual({ plan: 'Daily' });
  const shown = withRevealed(form, 'phones', { phones: ['090-1234-5678'] });
  expect(isTypedIn(shown)).toBe(false);
  expect(fieldsToSave(shown)).toEqual({});
  expect(fieldsToSave({ ...shown, typed: { ...shown.typed, phones: [] } })).toEqual({ phones: [] });
});

it('lets a field be typed in at once that has nothing to hide', () => {
  const form = editMemberForm(card);
  const typed = { ...form, typed: { ...form.typed, emails: ['mika@reader.example'] } };
  expect(form.stillHidden).toEqual({ phones: 1 });
  expect(fieldsToSave(typed)).toEqual({ emails: ['mika@reader.example'] });
});

it('keeps what was typed elsewhere when a field is looked at', () => {
  const form = editMemberForm(card);
  const typed = { ...form, typed: { ...form.typed, plan: 'Daily' } };
  const shown = withRevealed(typed, 'phones', { phones: ['090-1234-5678'] });
  expect(shown.typed).toMatchObject({ plan: 'Daily', phones: ['090-1234-5678'] });
});

it('begins in the language on screen, with an honorific that nobody has guessed', () => {
  expect(newMemberForm('ja').typed).toMatchObject({
    ...{ language: 'ja', nameOrder: 'family-first', honorific: null },
  });
  expect(newMemberForm('en').typed).toMatchObject({ nameOrder: 'given-first', honorific: null });
  expect(isTypedIn(newMemberForm('en'))).toBe(false);
});
