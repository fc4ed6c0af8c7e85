import type { DemoConversation } from '../letter.ts';
import { fromReader, fromUs } from '../turn.ts';

const english = { sectionId: 'world-services', language: 'en' } as const;

export const worldServicesEnglish: readonly DemoConversation[] = [
  {
    ...english,
    key: 'ws-ferry-figures',
    readerName: 'Eleanor Whitcombe',
    readerAddress: 'e.whitcombe@example.com',
    subject: 'Passenger figures in your Seto Inland Sea ferry story',
    turns: [
      fromReader(
        98,
        'Dear World Services,\n\nYour story of {day-5} on the Seto Inland Sea ferries says that passenger numbers rose "by 40 per cent to 310,000". The operator\'s own report gives 221,000 for the year before, which would be a rise of about 40 per cent, but it counts the two high-speed routes that were closed last year.\n\nCould you tell me which figure you used?\n\nEleanor Whitcombe',
      ),
      fromUs(
        93,
        "Dear Ms Whitcombe,\n\nThank you for reading so closely. Our reporter used the figure from the operator's press briefing, which leaves out the two closed routes. We have asked the operator for a figure on the same basis and will write again when we have it.",
      ),
      fromReader(
        90,
        'Thank you for such a quick answer. I am putting the page of the report that I mean into this mail; the table is at the bottom.\n\nEleanor',
        {
          enclosures: [
            {
              kind: 'pdf',
              fileName: 'ferry-report-page-14.pdf',
              text: 'Annual report, page 14\nPassengers by route\nTakamatsu - Naoshima   148,200\nTakamatsu - Shodoshima  72,800',
            },
          ],
        },
      ),
      fromUs(
        70,
        'Dear Ms Whitcombe,\n\nThe operator confirms your reading. On the same basis the rise is 12 per cent. The story now carries a correction with a note of the change.',
      ),
      fromReader(
        2.4,
        "I saw the correction this morning. It is clear and it says what was wrong, which not every agency does. Thank you.\n\nMay I quote your answer in the newsletter of our ferry users' association? It goes to about 200 people.\n\nEleanor",
        { unread: true },
      ),
    ],
  },
  {
    ...english,
    key: 'ws-permission-textbook',
    readerName: 'Rosalind Achterberg',
    readerAddress: 'permissions@lindenpress.example',
    subject: 'Permission request: article for a school textbook',
    turns: [
      fromReader(
        150,
        'To whom it may concern,\n\nLinden Press is preparing "Reading the World 3", a textbook for learners of English aged 14 to 16. We would like to reprint the first 350 words of your feature "The last lamplighter of Otaru", in print (8,000 copies) and in the e-book.\n\nPlease let us know the conditions and the credit line that you require. The page proof is enclosed.\n\nRosalind Achterberg\nRights and permissions, Linden Press',
        {
          enclosures: [
            {
              kind: 'pdf',
              fileName: 'RTW3-unit-7-proof.pdf',
              text: 'Reading the World 3\nUnit 7: The last lamplighter of Otaru',
            },
          ],
        },
      ),
      fromUs(
        146,
        'Dear Ms Achterberg,\n\nWe are glad that the feature will be read in schools. Text up to 400 words may be reprinted without a fee in school books with the credit "Minato News Agency". The photograph belongs to the photographer and needs a separate agreement.',
      ),
      fromReader(
        121,
        'That is generous, thank you. We will not use the photograph. I have filled in the form that your site asks for and enclose it.\n\nRosalind',
        {
          enclosures: [
            {
              kind: 'docx',
              fileName: 'permission-form-linden-press.docx',
              text: 'Permission form\nWork: The last lamplighter of Otaru\nUse: textbook, 8,000 copies, and e-book',
            },
          ],
        },
      ),
    ],
  },
  {
    ...english,
    key: 'ws-photo-harbour',
    readerName: 'Tomasz Wierzbicki',
    readerAddress: 'tomasz.w@example.org',
    subject: 'A photo of the harbour on the evening of the power cut',
    turns: [
      fromReader(
        5.2,
        'Hello,\n\nI was on the pier in Minato on Tuesday when the lights went out along the whole bay. This is the picture at full size. You may print it; please credit me as T. Wierzbicki. I have the original file if your picture desk needs it.\n\nBest,\nTomasz',
        {
          unread: true,
          enclosures: [{ kind: 'photo', fileName: 'harbour-power-cut.png' }],
        },
      ),
    ],
  },
  {
    ...english,
    key: 'ws-interview-request',
    readerName: 'Adaeze Nwosu',
    readerAddress: 'adaeze.nwosu@radio-lagoon.example',
    subject: 'Interview request: your reporter on the Noto reconstruction',
    turns: [
      fromReader(
        76,
        'Dear colleagues,\n\nI produce "Morning Tide" on Radio Lagoon. Your series on rebuilding in Noto has been read on our programme twice. Would the author give us ten minutes by telephone next week, any morning between 07:00 and 09:00 UTC?\n\nAdaeze Nwosu\nSenior producer',
      ),
      fromUs(
        71,
        'Dear Ms Nwosu,\n\nShe would be happy to. Wednesday at 07:30 UTC suits her best. May we have your questions in advance? She will speak in English.',
      ),
      fromReader(
        69.5,
        'Wednesday 07:30 UTC it is. We will ring five minutes before.\n\n1. What surprised you most when you went back?\n2. Who is being forgotten?\n3. What does "rebuilt" mean to the people you met?\n\nAdaeze',
      ),
      fromUs(
        48,
        "Thank you, all three are fine. Please use the desk's number; she will be in the office.",
      ),
    ],
  },
  {
    ...english,
    key: 'ws-complaint-headline',
    readerName: 'Gordon Pell',
    readerAddress: 'gordon.pell@example.net',
    subject: 'Your headline was misleading and I would like an answer',
    turns: [
      fromReader(
        30,
        'Sir or madam,\n\n"Town votes to abandon its school" is not what happened. The town voted to move the school two kilometres inland, out of the tsunami zone. The fourth paragraph says so. How many people read as far as the fourth paragraph?\n\nI taught in that school for eleven years. Please change the headline.\n\nGordon Pell',
      ),
      fromUs(
        27,
        'Dear Mr Pell,\n\nYou are right, and we are sorry. The headline now reads "Town votes to move its school inland". The change is marked below the story.',
      ),
      fromReader(
        3.1,
        'I am obliged to you. One more thing: the version that your partner sites carry still has the old headline. Can you reach them?\n\nG. Pell',
        { unread: true },
      ),
    ],
  },
  {
    ...english,
    key: 'ws-thanks-obituary',
    readerName: 'Miriam Castellanos',
    readerAddress: 'miriam.castellanos@example.com',
    subject: 'Thank you for the obituary of my aunt',
    turns: [
      fromReader(
        201,
        'Dear World Services,\n\nYou wrote about my aunt, the translator, on Sunday. It was the first time I read about her as the young woman who crossed an ocean with two dictionaries. The family in Montevideo read it aloud together.\n\nThank you to whoever wrote it.\n\nMiriam Castellanos',
      ),
      fromUs(
        196,
        "Dear Ms Castellanos,\n\nWe have given your letter to the writer, who asks us to say that your aunt's letters wrote half of it.",
      ),
    ],
  },
  {
    ...english,
    key: 'ws-tip-warehouse',
    readerName: 'A former employee',
    readerAddress: 'quietharbour@example.net',
    subject: 'Cold store at the north quay',
    turns: [
      fromReader(
        8.7,
        'I worked at the cold store on the north quay until last month. The temperature logs that the inspectors see are not the ones we kept. I have copies of some pages.\n\nI do not want my name in anything. Is there a safer way to send them than this?',
        { unread: true },
      ),
    ],
  },
  {
    ...english,
    key: 'ws-data-question',
    readerName: 'Henrik Solberg',
    readerAddress: 'h.solberg@fjordstat.example',
    subject: 'Data behind the tuna auction chart',
    turns: [
      fromReader(
        54,
        'Hi,\n\nCould you share the numbers behind the tuna auction chart of {day-9}? I have tried to read them off the picture (enclosed), and my list differs from your text in 2019 and 2021.\n\nHenrik Solberg',
        {
          enclosures: [
            { kind: 'chart', fileName: 'tuna-chart.png' },
            {
              kind: 'csv',
              fileName: 'tuna-read-off.csv',
              text: 'year,price_million_yen\n2018,36\n2019,333\n2020,193\n2021,21\n2022,17\n2023,36\n2024,114\n',
            },
          ],
        },
      ),
      fromUs(
        50,
        "Dear Mr Solberg,\n\nThe chart shows the opening auction only, the text the yearly average. We should have said so, and now do. The table is on the story's page.",
      ),
      fromReader(49, 'Perfect, that explains both years. Thanks for the table.\n\nHenrik'),
    ],
  },
  {
    ...english,
    key: 'ws-cc-lawyer',
    readerName: 'Priscilla Odum',
    readerAddress: 'p.odum@example.org',
    subject: 'Correction of my title in the harbour inquiry report',
    turns: [
      fromReader(
        11.6,
        "Dear editors,\n\nIn yesterday's report on the harbour inquiry I am called the port authority's \"lawyer\". I am the inquiry's secretary and act for nobody. I would be grateful if this were put right before the hearing on Thursday. The chair of the inquiry is copied.\n\nPriscilla Odum",
        {
          unread: true,
          cc: 'Judge R. Amankwah <chair@harbour-inquiry.example>',
        },
      ),
    ],
  },
  {
    ...english,
    key: 'ws-press-release',
    readerName: 'Blue Current Marine Institute',
    readerAddress: 'press@bluecurrent.example',
    subject: 'PRESS RELEASE - Seagrass returns to Hinase Bay after 40 years',
    turns: [
      fromReader(
        33,
        'FOR IMMEDIATE RELEASE\n\nSeagrass meadows in Hinase Bay have grown back to 250 hectares, a survey by the Blue Current Marine Institute and local oyster farmers finds. In 1985 twelve hectares were left.\n\n"The oyster farmers did this, bag of seeds by bag of seeds," said Dr Lena Farrow, who led the survey.\n\nPictures and the full survey are available on request.',
        {
          html: '<!doctype html><html><body style="margin:0;background:#eef3f6;font-family:Georgia,serif;color:#1c2b33"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:28px 12px"><table role="presentation" width="600" cellpadding="0" cellspacing="0" style="background:#fff;border-radius:6px"><tr><td style="background:#0f4c5c;color:#fff;padding:22px 32px;font:600 14px Arial,sans-serif;letter-spacing:1px">BLUE CURRENT MARINE INSTITUTE</td></tr><tr><td style="padding:32px"><p style="font:12px Arial,sans-serif;color:#6a7f8a;margin:0 0 8px">FOR IMMEDIATE RELEASE</p><h1 style="font-size:26px;line-height:1.25;margin:0 0 16px">Seagrass returns to Hinase Bay after 40 years</h1><p style="line-height:1.6">Seagrass meadows in Hinase Bay have grown back to <strong>250 hectares</strong>, a survey by the institute and local oyster farmers finds. In 1985 twelve hectares were left.</p><blockquote style="border-left:4px solid #e36414;margin:20px 0;padding:4px 18px;font-style:italic">The oyster farmers did this, bag of seeds by bag of seeds.<br><span style="font:12px Arial,sans-serif;font-style:normal">Dr Lena Farrow, who led the survey</span></blockquote><p><a href="https://www.bluecurrent.example/hinase?utm_source=press&amp;utm_medium=email" style="color:#0f4c5c">Pictures and the full survey</a></p></td></tr></table></td></tr></table></body></html>',
        },
      ),
    ],
  },
  {
    ...english,
    key: 'ws-style-question',
    readerName: 'Jonah Feldstein',
    readerAddress: 'jfeldstein@example.com',
    subject: 'Family name first?',
    turns: [
      fromReader(
        170,
        "A small question: in the same story you wrote one minister's family name first and another's last. Is there a rule?\n\nJonah Feldstein (a copy editor, as you may guess)",
      ),
      fromUs(
        167,
        'Dear Mr Feldstein,\n\nThere is: family name first for Japanese names since 2020. The second name came in from a partner and nobody turned it round. It is corrected.',
      ),
      fromReader(166, 'Then I shall sleep well. Thank you.\n\nJonah'),
    ],
  },
  {
    ...english,
    key: 'ws-student-thesis',
    readerName: 'Ngozi Baptiste',
    readerAddress: 'n.baptiste@students.example',
    subject: "Master's thesis on disaster reporting - may I visit?",
    turns: [
      fromReader(
        20,
        'Dear World Services team,\n\nI am writing my thesis on how agencies report the first hour of an earthquake. Would it be possible to sit in on a shift in {month+2}? I would sign whatever is needed and would not use names.\n\nKind regards,\nNgozi Baptiste',
      ),
    ],
  },
  {
    ...english,
    key: 'ws-feed-trouble',
    readerName: 'Castellan Media, operations',
    readerAddress: 'ops@castellan-media.example',
    subject: 'English wire: duplicate items since 02:00 UTC',
    turns: [
      fromReader(
        14.2,
        'Since 02:00 UTC we have been receiving every item on the English wire twice, with different item numbers. Example: 4471 and 4472. Could you look?\n\nOperations desk',
      ),
      fromUs(
        13.6,
        'Thank you for the numbers. A second sender had been started by mistake and is off since 03:05 UTC. Items with even numbers between 4470 and 4496 may be deleted.',
      ),
      fromReader(13.1, 'Confirmed, clean since 03:06. Cheers.'),
    ],
  },
];
