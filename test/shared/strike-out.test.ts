import { expect, it } from 'vitest';
import { emptyLetter } from '../../shared/model/letter-content.ts';
import { strikeOut } from '../../shared/strike-out.ts';

const letter = (text: string, html: string | null = null) => ({
  ...emptyLetter,
  text,
  html,
});

it('takes words out of a text wherever they stand', () => {
  expect(strikeOut(letter('a@b.example or a@b.example'), 'a@b.example').text).toBe('[…] or […]');
});

it('takes them out of HTML across tags and references, and out of the links that lead there', () => {
  const html =
    '<p>a<b>&#64;b.exa</b>mple <a href="mailto:a@b.example">a@b.example</a> &amp; so</p>';
  expect(strikeOut(letter('', html), 'a@b.example').html).toBe(
    '<p>[…]<b></b> <a>[…]</a> &amp; so</p>',
  );
});

it('leaves everything else as it is', () => {
  const html = '<p title="1 &gt; 2">1 &lt; 2 &nbsp;<br>𠮷野 &unknown; </p><!-- a -->';
  expect(strikeOut(letter('x', html), 'zzz')).toEqual({ text: 'x', html });
  expect(strikeOut(letter('x', html), '')).toEqual({ text: 'x', html });
});
