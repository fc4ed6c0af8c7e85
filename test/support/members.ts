import { blankMember, type MemberRecord } from '../../shared/model/member.ts';

/** A member as staff type one. */
export const mika: MemberRecord = {
  ...blankMember,
  familyName: '森',
  givenName: '美香',
  familyKana: 'モリ',
  givenKana: 'ﾐｶ',
  emails: ['Mika.Mori@reader.example'],
  phones: ['０９０ー１２３４ー５６７８'],
  addresses: [
    {
      country: 'JP',
      postalCode: '〒1000001',
      region: '東京都',
      city: '千代田区',
      street: '千代田1-1',
      building: '',
    },
  ],
  custom: [{ label: '紹介者', text: '佐藤' }],
};
