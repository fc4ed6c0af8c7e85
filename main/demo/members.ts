import {
  blankAddress,
  blankMember,
  type MemberRecord,
  type PostalAddress,
} from '../../shared/model/member.ts';

const consent = { version: '2026-01', date: '2026-02-03', source: '会員ページの登録フォーム' };

/** `[family, given]`, their furigana, and what is different from most. */
function japanese(
  [familyName, givenName]: readonly [string, string],
  [familyKana, givenKana]: readonly [string, string],
  rest: Partial<MemberRecord>,
): MemberRecord {
  const names = { familyName, givenName, familyKana, givenKana };
  return { ...blankMember, ...names, language: 'ja', consent, ...rest };
}

function english(
  [givenName, familyName]: readonly [string, string],
  rest: Partial<MemberRecord>,
): MemberRecord {
  const registered = { ...consent, source: 'Registration form on the member page' };
  const names = { familyName, givenName, nameOrder: 'given-first' } as const;
  return { ...blankMember, ...names, language: 'en', consent: registered, ...rest };
}

/** In a place of that code, in a block that there is not. */
function inKanagawa(
  postalCode: string,
  city: string,
  street: string,
  building = '',
): PostalAddress {
  return { ...blankAddress, postalCode, region: '神奈川県', city, street, building };
}

/** The made-up members of the demo newsroom: no such number or address belongs to anybody. */
export const demoMembers: readonly MemberRecord[] = [
  japanese(['渡瀬', '由美子'], ['ワタセ', 'ユミコ'], {
    status: 'approved',
    honorific: 'sama',
    plan: 'デイリー',
    tailoring: 'no',
    emails: ['yumiko@watase.example'],
    phones: ['090-0000-1234'],
    addresses: [inKanagawa('231-0002', '横浜市中区', '海岸通92丁目3-4', 'はまなす荘101')],
  }),
  // Registered again, in old kanji and from a new address.
  japanese(['渡瀨', '由美子'], ['ﾜﾀｾ', 'ﾕﾐｺ'], {
    plan: 'デイリー＋写真',
    emails: ['yumiko@watase.example'],
    phones: ['090-0000-1234'],
    addresses: [inKanagawa('251-0035', '藤沢市', '片瀬海岸93丁目1-6')],
  }),
  japanese(['五十嵐', '誠'], ['イガラシ', 'マコト'], {
    status: 'approved',
    honorific: 'sama',
    plan: 'デイリー＋写真',
    tailoring: 'yes',
    emails: ['makoto@igarashi.example', 'm.igarashi@kumiai.example'],
    phones: ['03-0000-5678', '070-0000-5678'],
    addresses: [inKanagawa('250-0012', '小田原市', '本町95-1')],
    notes: '平日の午前中に電話を希望。',
  }),
  japanese(['小鳥遊', '澪'], ['タカナシ', 'ミオ'], {
    plan: 'ウィークリー',
    emails: ['mio@takanashi.example'],
    phones: ['080-0000-9000'],
    addresses: [inKanagawa('251-0035', '藤沢市', '片瀬海岸91-8-2')],
  }),
  japanese(['長谷川', '健一'], ['ハセガワ', 'ケンイチ'], {
    status: 'needs-info',
    plan: 'デイリー',
    emails: ['kenichi@hasegawa.example'],
    addresses: [inKanagawa('248-0013', '鎌倉市', '材木座92-14-5')],
    notes: '電話番号の記入なし。',
  }),
  japanese(['若林', '千代'], ['ワカバヤシ', 'チヨ'], {
    status: 'lapsed',
    honorific: 'sama',
    plan: 'ウィークリー',
    tailoring: 'no',
    phones: ['03-0000-2468'],
    addresses: [inKanagawa('231-0023', '横浜市中区', '山下町9997', '海風マンション302')],
    custom: [{ label: '旧会員番号', text: 'M-20418' }],
  }),
  japanese(['古賀', '隆'], ['コガ', 'タカシ'], {
    status: 'approved',
    honorific: 'sensei',
    plan: '研究者',
    emails: ['koga@daigaku.example'],
    addresses: [inKanagawa('240-0067', '横浜市保土ケ谷区', '常盤台91-1', '3号館')],
    custom: [{ label: '所属', text: '港大学 新聞学研究所' }],
  }),
  japanese(['Sakurai', 'Lena'], ['サクライ', 'レナ'], {
    status: 'approved',
    honorific: 'san',
    plan: 'デイリー',
    emails: ['lena@sakurai.example'],
    phones: ['+49 30 23125 014'],
    addresses: [
      {
        country: 'DE',
        postalCode: '10115',
        region: '',
        city: 'Berlin',
        street: 'Hafenweg 12',
        building: '',
      },
    ],
  }),
  english(['Claire', 'Fontaine'], {
    status: 'approved',
    honorific: 'ms',
    plan: 'Daily',
    tailoring: 'yes',
    emails: ['claire@fontaine.example'],
    phones: ['+33 1 99 00 12 34'],
    addresses: [
      {
        country: 'FR',
        postalCode: '75011',
        region: '',
        city: 'Paris',
        street: '8 rue du Quai',
        building: '',
      },
    ],
  }),
  english(['Owen', 'Pritchard'], {
    plan: 'Weekly',
    emails: ['owen@pritchard.example'],
    phones: ['+44 20 7946 0145'],
    addresses: [
      {
        country: 'GB',
        postalCode: 'CF10 1AA',
        region: 'Wales',
        city: 'Cardiff',
        street: '3 Harbour Lane',
        building: 'Flat 2',
      },
    ],
  }),
  english(['Amara', 'Okafor'], {
    status: 'approved',
    honorific: 'dr',
    plan: 'Researcher',
    tailoring: 'no',
    emails: ['amara@okafor.example'],
    phones: ['+1 202 555 0123'],
    addresses: [
      {
        country: 'US',
        postalCode: '20001',
        region: 'DC',
        city: 'Washington',
        street: '40 Pier Street',
        building: '',
      },
    ],
    notes: 'Writes about ports; prefers email.',
  }),
  english(['Sven', 'Lindqvist'], {
    status: 'rejected',
    plan: 'Daily',
    emails: ['sven@lindqvist.example'],
    notes: 'The address does not exist; asked twice.',
  }),
  english(['Grace', 'Tan'], {
    status: 'expired',
    plan: 'Weekly',
    emails: ['grace@tan.example'],
    addresses: [
      {
        country: 'SG',
        postalCode: '018956',
        region: '',
        city: 'Singapore',
        street: '1 Marina Walk',
        building: '#12-04',
      },
    ],
  }),
];
