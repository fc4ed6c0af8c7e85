import type { FormContent } from '../../shared/model/registration-form.ts';

/** Who the member pages of the demo's site send their forms as. */
export const englishFormSender = { name: 'Minato member page', address: 'form@minato.example' };
export const japaneseFormSender = { name: 'みなと会員ページ', address: 'form@minato.example' };

/** The two registration forms of the demo's site. */
export const demoForms: readonly FormContent[] = [
  {
    name: 'Member page (English)',
    senders: [englishFormSender.address],
    language: 'en',
    labels: [
      { label: 'Name', target: 'name' },
      { label: 'Furigana', target: 'kana' },
      { label: 'Address', target: 'address' },
      { label: 'Telephone', target: 'phone' },
      { label: 'Email', target: 'email' },
      { label: 'Plan', target: 'plan' },
      { label: 'Comment', target: 'notes' },
    ],
  },
  {
    name: '会員ページ（日本語）',
    senders: [japaneseFormSender.address],
    language: 'ja',
    labels: [
      { label: 'お名前', target: 'name' },
      { label: 'フリガナ', target: 'kana' },
      { label: 'ご住所', target: 'address' },
      { label: '電話番号', target: 'phone' },
      { label: 'メール', target: 'email' },
      { label: 'プラン', target: 'plan' },
      { label: 'ご要望', target: 'notes' },
    ],
  },
];
