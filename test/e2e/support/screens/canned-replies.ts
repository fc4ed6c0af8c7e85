import type { Page } from 'playwright';
import type { Look } from '../launch-app.ts';

/** In the demo's first section, for a reader whom nobody has addressed yet. */
export async function writeCannedReplies(page: Page, language: Look['locale']): Promise<void> {
  const replies = {
    en: [
      ['Thank you', 'thanks', 'Dear {{reader}},\n\nThank you for your letter about “{{subject}}”.'],
      [
        'Correction made',
        'fix',
        'We corrected the story on {{date}}. See page {{page}}.\n\n{{staff}}',
      ],
    ],
    ja: [
      ['お礼', 'orei', '{{reader}}\n\n「{{subject}}」についてのお便りをありがとうございます。'],
      [
        '訂正のお知らせ',
        'teisei',
        '{{date}}に記事を訂正しました。{{page}}面をご覧ください。\n\n{{staff}}',
      ],
    ],
  }[language].map(([name, key, text]) => ({ name, key, text: `${text}\n\n{{page}}`, language }));
  await page.evaluate(async (contents) => {
    for (const content of contents) {
      const input = { sectionId: 'world-services', cannedReplyId: null, content };
      await window.fumibako.call('canned.save', input);
    }
  }, replies);
}
