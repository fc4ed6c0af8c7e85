import { createElement } from 'react';
import { expect, it } from 'vitest';
import { CheckLine } from '../../../renderer/settings/check-line.tsx';
import type { ErrorCode } from '../../../shared/errors.ts';
import type { Locale } from '../../../shared/model/preferences.ts';
import { renderMarkup } from '../../support/render-markup.ts';

const line = (code: ErrorCode, locale: Locale) =>
  renderMarkup(
    createElement(CheckLine, { step: 'login', outcome: 'failed', error: { code } }),
    locale,
  );

it.each(['connection-lost', 'server-stalled'] as const)(
  'promises no retry that a test does not make: %s',
  (code) => {
    expect(line(code, 'en')).toContain('Check the network and test again.');
    expect(line(code, 'en')).not.toContain('Fumibako');
    expect(line(code, 'ja')).toContain('ネットワークを確認して、もう一度テストしてください。');
    expect(line(code, 'ja')).not.toContain('自動');
  },
);

it('sends nobody to Settings who is there already', () => {
  expect(line('login-failed', 'en')).toContain('Check both. Some');
  expect(line('login-failed', 'ja')).not.toContain('設定画面');
});

it('gives the usual advice for everything else', () => {
  expect(line('password-needed', 'en')).toContain('Enter the password for the new server');
});
