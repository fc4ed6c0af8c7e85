import { englishFormSender } from '../forms.ts';
import type { DemoConversation } from '../letter.ts';
import { fromReader, fromUs } from '../turn.ts';

const english = { sectionId: 'members', language: 'en' } as const;

type Form = {
  readonly name: string;
  readonly address: string;
  readonly telephone: string;
  readonly email: string;
  readonly plan: string;
  readonly comment?: string;
};

function registrationForm(form: Form): string {
  return `A new registration was sent from the member page.\n\nName:      ${form.name}\nFurigana:  -\nAddress:   ${form.address}\nTelephone: ${form.telephone}\nEmail:     ${form.email}\nPlan:      ${form.plan}\nComment:   ${form.comment ?? '-'}\n\nThe applicant agreed to the registration terms of January 2026.`;
}

function registration(
  key: string,
  hoursAgo: number,
  unread: boolean,
  form: Form,
): DemoConversation {
  return {
    ...english,
    key,
    readerName: form.name,
    readerAddress: form.email,
    subject: `[Registration] ${form.plan}: ${form.name}`,
    turns: [fromReader(hoursAgo, registrationForm(form), { unread, sentBy: englishFormSender })],
  };
}

export const membersEnglish: readonly DemoConversation[] = [
  registration('me-form-1', 0.7, true, {
    name: 'Caroline Dufresne',
    address: '14 Rue des Tilleuls, 69000 Exampleville, France',
    telephone: '+33 1 99 00 12 34',
    email: 'c.dufresne@example.com',
    plan: 'English service, yearly',
    comment: 'I would like an invoice in the name of my translation office.',
  }),
  registration('me-form-2', 29, false, {
    name: 'Matthew Oyelaran',
    address: '88 Quayside Road, Sampleton ST1 0AA, United Kingdom',
    telephone: '+44 20 7946 0145',
    email: 'm.oyelaran@example.net',
    plan: 'English service, monthly',
  }),
  registration('me-form-3', 75, false, {
    name: 'Greta Lindqvist',
    address: 'Ekvägen 3, 111 00 Provstad, Sweden',
    telephone: '+46 8 465 004 12',
    email: 'greta.lindqvist@example.org',
    plan: 'Institution, 25 readers',
    comment: 'City library. Please send the offer to the purchasing office too.',
  }),
  {
    ...english,
    key: 'me-form-forged',
    readerName: 'Member page',
    readerAddress: 'register@minato-members.example',
    subject: 'New member: Victor Hale',
    turns: [
      fromReader(
        200,
        registrationForm({
          name: 'Victor Hale',
          address: '1 Mill Street, Sampleton ST2 0CC, United Kingdom',
          telephone: '+44 20 7946 0199',
          email: 'victor@hale.example',
          plan: 'English service, yearly',
        }),
      ),
    ],
  },
  {
    ...english,
    key: 'me-address-change',
    readerName: 'Robert Kincaid',
    readerAddress: 'r.kincaid@example.com',
    subject: 'Change of address from next month',
    turns: [
      fromReader(
        52,
        'Dear member services,\n\nI am moving on {day+12}. New address: Flat 6, 20 Harbour Lane, Sampleton ST4 0BB. My telephone number stays the same. Could you confirm?\n\nRobert Kincaid',
      ),
      fromUs(
        48,
        "Dear Mr Kincaid,\n\nYour new address is noted and takes effect on {day+12}. This month's parcel goes to the old one.",
      ),
      fromReader(47, 'Many thanks. Quick and clear.\n\nRobert'),
    ],
  },
  {
    ...english,
    key: 'me-charged-twice',
    readerName: 'Leila Haddad',
    readerAddress: 'leila.haddad@example.org',
    subject: 'Charged twice this month',
    turns: [
      fromReader(
        25,
        'Hello,\n\nmy bank statement shows two payments to you on {day-6}, 1,980 yen each. I have one subscription. The statement is enclosed with everything else blacked out.\n\nLeila Haddad',
        {
          enclosures: [
            {
              kind: 'pdf',
              fileName: 'statement.pdf',
              text: '{day-6}  Minato News Agency  1,980\n{day-6}  Minato News Agency  1,980',
            },
          ],
        },
      ),
      fromUs(
        21,
        'Dear Ms Haddad,\n\nWe are sorry. The second payment was taken in error after a time-out, and went back to your card today. It can take up to five working days to show.',
      ),
      fromReader(
        1.2,
        'It has arrived already. Could you make sure that it does not happen again next month? I would rather not watch my account.\n\nLeila',
        { unread: true },
      ),
    ],
  },
  {
    ...english,
    key: 'me-password',
    readerName: 'Oswald Trent',
    readerAddress: 'oswald.trent@example.net',
    subject: 'Cannot sign in since the weekend',
    turns: [
      fromReader(
        34,
        'I am a member since 2011 and cannot sign in since Saturday. The page says "unknown address", but you write to me at this very address.\n\nO. Trent',
      ),
      fromUs(
        33,
        'Dear Mr Trent,\n\nYour registration is under an older address of yours. If you tell us the last four digits of the telephone number that you registered, we can change it.',
      ),
      fromReader(32, 'It ends in 0197. I had forgotten the other address entirely.'),
      fromUs(31, 'Thank you, that matches. You can sign in with this address now.'),
      fromReader(30.5, 'It works. Thank you for your patience with an old member.\n\nOswald'),
    ],
  },
  {
    ...english,
    key: 'me-student-price',
    readerName: 'Camille Roux',
    readerAddress: 'camille.roux@students.example',
    subject: 'Is there a student price?',
    turns: [
      fromReader(
        6.8,
        'Hi! Is there a lower price for students? I study Japanese and read the English and the Japanese version side by side. I can send a certificate.\n\nCamille',
        { unread: true },
      ),
    ],
  },
  {
    ...english,
    key: 'me-disclosure',
    readerName: 'Frances Abernathy',
    readerAddress: 'frances.abernathy@example.com',
    subject: 'Who has seen my registration?',
    turns: [
      fromReader(
        57,
        'Dear Minato News Agency,\n\nA company of your group wrote to me about a lecture. I do not mind, but please tell me which companies have had my name and address, and when.\n\nFrances Abernathy',
      ),
      fromUs(
        51,
        'Dear Ms Abernathy,\n\nOne: Minato Events, on {day-35}, for the lecture on {day+4}. Name and postal address, nothing else. It is on record. We can stop this for you at any time.',
      ),
      fromReader(
        5.6,
        'Thank you for the exact answer. Please do stop it; I will read about lectures in the paper.\n\nF. Abernathy',
        { unread: true },
      ),
    ],
  },
  {
    ...english,
    key: 'me-cancel',
    readerName: 'Desmond Achebe-Hill',
    readerAddress: 'desmond.ah@example.org',
    subject: 'Please end my membership',
    turns: [
      fromReader(
        120,
        'Please end my membership at the end of the month and delete my record. My eyes no longer allow me to read much. It was a pleasure for many years.\n\nDesmond Achebe-Hill',
      ),
      fromUs(
        117,
        'Dear Mr Achebe-Hill,\n\nYour membership ends at the end of the month and your record will be deleted then. If listening is easier, the morning bulletin can be heard without a membership. Thank you for all those years.',
      ),
    ],
  },
];
