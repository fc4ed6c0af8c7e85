import type { DemoConversation } from '../letter.ts';
import { fromReader, fromUs } from '../turn.ts';

const english = { sectionId: 'website-editor', language: 'en' } as const;

export const websiteEditorEnglish: readonly DemoConversation[] = [
  {
    ...english,
    key: 'we-screen-reader',
    readerName: 'Dermot Halloran',
    readerAddress: 'dermot.halloran@example.com',
    subject: 'Photo captions and screen readers',
    turns: [
      fromReader(
        112,
        'Hello,\n\nI read your site with a screen reader. Since the new design, each photo is announced as "image, image, graphic" and then its file name. Before, I heard the caption.\n\nCould this be looked at? The text itself is excellent to listen to.\n\nDermot Halloran',
      ),
      fromUs(
        108,
        'Dear Mr Halloran,\n\nThank you for telling us. The new page template lost the description of every picture. A repair is being tested; may we ask you to try it before it goes live?',
      ),
      fromReader(105, 'With pleasure. I use two screen readers, so I can try both.'),
      fromUs(
        80,
        'It is on the test page now; the address is in the note that we sent to your telephone, as you asked.',
      ),
      fromReader(
        1.6,
        'Tried with both. Captions are read once, at the right place. The gallery still traps the Tab key at the last picture: I had to reload to get out. Otherwise a great improvement.\n\nDermot',
        { unread: true },
      ),
    ],
  },
  {
    ...english,
    key: 'we-broken-link',
    readerName: 'Ingrid Sandvik',
    readerAddress: 'ingrid.sandvik@example.net',
    subject: 'Dead link to the evacuation map',
    turns: [
      fromReader(
        9.3,
        'The link "evacuation map" in your typhoon page leads to "page not found". The town moved its maps last month; the new address is on its front page.\n\nIngrid Sandvik',
        { unread: true },
      ),
    ],
  },
  {
    ...english,
    key: 'we-correction-name',
    readerName: 'Dr Amara Diallo',
    readerAddress: 'amara.diallo@institute.example',
    subject: 'My name is misspelt in "The bee counters"',
    turns: [
      fromReader(
        61,
        "Dear editor,\n\nI enjoyed the piece on our bee survey. My family name has two l's: Diallo, not Dialo. It is right in the caption and wrong in the text.\n\nWith thanks,\nAmara Diallo",
      ),
      fromUs(
        58,
        'Dear Dr Diallo,\n\nOur apologies. Both now say Diallo, and the story carries a correction.',
      ),
      fromReader(57, 'Wonderful, thank you. The bees are indifferent but I am pleased.'),
    ],
  },
  {
    ...english,
    key: 'we-cookies',
    readerName: 'Lucian Marsh',
    readerAddress: 'lucian.marsh@example.org',
    subject: 'What do you record when I read your site?',
    turns: [
      fromReader(
        83,
        'I have read your privacy policy. It says that you count visits "cumulatively". Does that mean that you could say what I in particular have read?\n\nLucian Marsh',
      ),
      fromUs(
        79,
        "Dear Mr Marsh,\n\nNo. We keep totals for each page and day. There is no record of one reader's visits, so there is nothing that we could look up, or hand to anyone.",
      ),
      fromReader(
        78,
        'That is a plain answer to a plain question, and rarer than it should be. Thank you.',
      ),
    ],
  },
  {
    ...english,
    key: 'we-picture-use',
    readerName: 'Kestrel Walking Club',
    readerAddress: 'secretary@kestrelwalkers.example',
    subject: 'May we use a picture from your site on a poster?',
    turns: [
      fromReader(
        129,
        'Dear editor,\n\nWe would like to use the photograph of the Kumano trail in mist on a poster for our next walk. Forty copies, no charge to walkers.\n\nBeatrix Lowe, secretary',
      ),
      fromUs(
        125,
        'Dear Ms Lowe,\n\nThe picture may be used on forty posters with the line "Photo: Minato News Agency". Please do not put it on a web page.',
      ),
      fromReader(
        22,
        'The poster is up in the library and looks splendid. A copy for you.\n\nBeatrix',
        {
          enclosures: [
            {
              kind: 'pdf',
              fileName: 'walk-poster.pdf',
              text: 'Kestrel Walking Club\nCoast walk\nPhoto: Minato News Agency',
            },
          ],
        },
      ),
    ],
  },
  {
    ...english,
    key: 'we-comment-removed',
    readerName: 'Stan Okafor-Reyes',
    readerAddress: 'stan.or@example.com',
    subject: 'Why was my comment removed?',
    turns: [
      fromReader(
        36,
        "My comment under the fisheries story disappeared within an hour. I criticised the minister, not a person's family or looks. I would like to know which rule I broke.\n\nStan",
      ),
      fromUs(
        31,
        "Dear Mr Okafor-Reyes,\n\nYour comment named a private person, the minister's driver. Without that sentence it can stand. Shall we put it back in that form?",
      ),
      fromReader(
        4.4,
        'Fair enough, I had not thought of the driver as private. Yes please, put it back without the sentence.',
        { unread: true },
      ),
    ],
  },
  {
    ...english,
    key: 'we-crossword',
    readerName: 'Winifred Bax',
    readerAddress: 'winifred.bax@example.net',
    subject: 'Crossword no. 2,118: 14 across',
    turns: [
      fromReader(
        40,
        'Dear sir,\n\n14 across: "River of Wales (5)". The answer printed is TRENT. The Trent has never been in Wales in my lifetime, which is a long one.\n\nWinifred Bax (Mrs)',
      ),
      fromUs(
        38,
        'Dear Mrs Bax,\n\nNor in ours. The answer should be TEIFI, and 9 down has been given a new clue to match. The setter sends his respects.',
      ),
    ],
  },
  {
    ...english,
    key: 'we-newsletter-twice',
    readerName: 'Paolo Ferrante',
    readerAddress: 'p.ferrante@example.org',
    subject: 'I receive the morning newsletter twice',
    turns: [
      fromReader(
        19,
        'Buongiorno,\n\nsince Monday the morning newsletter arrives twice, at 06:00 and at 06:02. Once is enough, much as I like it.\n\nPaolo Ferrante',
      ),
    ],
  },
  {
    ...english,
    key: 'we-app-idea',
    readerName: 'Yusuf Demir',
    readerAddress: 'yusuf.demir@example.com',
    subject: 'A table of your corrections, as a feed?',
    turns: [
      fromReader(
        215,
        'Hello, you publish corrections below each story. Would you consider one page, or a feed, with all of them? I teach journalism and my students would use it.\n\nI have collected last month by hand, enclosed.\n\nYusuf Demir',
        {
          enclosures: [
            {
              kind: 'csv',
              fileName: 'corrections.csv',
              text: 'date,story,kind\n{day-40},Ferry timetable,figure\n{day-32},Bee counters,name\n{day-24},School vote,headline\n',
            },
          ],
        },
      ),
      fromUs(
        209,
        'Dear Mr Demir,\n\nWe like the idea and have put it on the list for next season. Your table found one that we had forgotten to mark; thank you.',
      ),
    ],
  },
  {
    ...english,
    key: 'we-school-visit',
    readerName: 'Hollybank Primary School',
    readerAddress: 'year5@hollybank.example',
    subject: 'Questions from Year 5',
    turns: [
      fromReader(
        7.5,
        'Dear Website Editor,\n\nOur class has been reading news. We have five questions:\n\n1. How do you know that something is true?\n2. Who decides what is at the top?\n3. Do you ever have good news only?\n4. What is the longest story you ever had?\n5. Do you sleep?\n\nFrom Year 5 (28 children) and Mr Adeyemi',
        { unread: true },
      ),
    ],
  },
];
