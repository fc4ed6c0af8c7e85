import type { LetterLanguage } from '../letter.ts';

/** What a demo reader writes back when staff have answered. */
export const readerAnswers: Readonly<Record<LetterLanguage, readonly string[]>> = {
  en: [
    'Thank you very much for your answer. That settles it for me.',
    'Thank you. One more question, if I may: will this also be in the printed edition?',
    'I did not expect so quick a reply. Much appreciated!',
    'Thank you for taking the time. I will pass this on to the others who asked.',
    'I see. To be honest I had hoped for a little more detail, but I understand. Could you tell me whom else I might ask?',
    'That is very kind of you. Please thank your colleagues too.',
  ],
  ja: [
    'ご丁寧なお返事をいただき、ありがとうございました。よく分かりました。',
    'お返事ありがとうございます。もう一点だけ、紙面にも掲載されるかどうか教えていただけますでしょうか。',
    'こんなに早くお返事をいただけるとは思いませんでした。感謝いたします。',
    'お忙しいところ恐れ入ります。承知いたしました。家族にも伝えます。',
    'ご説明ありがとうございます。もう少し詳しく知りたいのですが、どちらに伺えばよろしいでしょうか。',
  ],
};
