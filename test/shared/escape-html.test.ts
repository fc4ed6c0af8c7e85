import { expect, it } from 'vitest';
import { escapeHtml } from '../../shared/escape-html.ts';
import { wordsOfHtml } from '../../shared/html-words.ts';

const words = `1 < 2 > 0 & "&lt;" isn't <b>bold</b>`;

it('has a text stand as it is, with nothing in it a tag or a reference', () => {
  expect(escapeHtml(words)).toBe(
    `1 &lt; 2 &gt; 0 &amp; &quot;&amp;lt;&quot; isn't &lt;b&gt;bold&lt;/b&gt;`,
  );
  expect(wordsOfHtml(`<p>${escapeHtml(words)}</p>`).trim()).toBe(words);
});

it('keeps a value inside its double quotes', () => {
  expect(`<a href="${escapeHtml('" onclick="steal()')}">`).toBe(
    '<a href="&quot; onclick=&quot;steal()">',
  );
});
