import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { catalogs } from '../../../renderer/i18n/catalogs.ts';
import { createI18n } from '../../../renderer/i18n/create-i18n.ts';
import { errorCodes } from '../../../shared/errors.ts';

/** Plural forms differ by language (CLDR); what is compared is the key that code asks for. */
function flatten(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path.replace(/_(one|other)$/, ''), value]]);
  return new Map(
    Object.entries(value as object).flatMap(([key, inner]) => [
      ...flatten(inner, path === '' ? key : `${path}.${key}`),
    ]),
  );
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/{{\s*\w+/g) ?? [])].map((found) => found.slice(2).trim()).sort();
}

const namespaces = Object.keys(catalogs.en) as (keyof typeof catalogs.en)[];

it.each(namespaces)('has the same keys in both languages: %s', (namespace) => {
  const english = [...flatten(catalogs.en[namespace]).keys()].sort();
  const japanese = [...flatten(catalogs.ja[namespace]).keys()].sort();
  expect(japanese).toEqual(english);
});

it.each(namespaces)('fills the same places in both languages: %s', (namespace) => {
  const japanese = flatten(catalogs.ja[namespace]);
  for (const [key, english] of flatten(catalogs.en[namespace])) {
    expect([key, placeholders(japanese.get(key) ?? '')]).toEqual([key, placeholders(english)]);
  }
});

it.each(namespaces)('leaves no text empty: %s', (namespace) => {
  for (const locale of ['en', 'ja'] as const)
    for (const [key, text] of flatten(catalogs[locale][namespace]))
      expect([locale, key, text.trim() !== '']).toEqual([locale, key, true]);
});

it('says what happened and what to do next for every error code, in both languages', () => {
  for (const locale of ['en', 'ja'] as const) {
    const { t } = createI18n(locale);
    for (const code of errorCodes) {
      for (const part of ['what', 'next'] as const) {
        const words = t(`error:${code}.${part}`);
        expect(words).not.toBe(`${code}.${part}`);
        expect(words.length).toBeGreaterThan(5);
      }
    }
  }
});

it('has words for no error that does not exist', () => {
  expect(Object.keys(catalogs.en.error).sort()).toEqual([...errorCodes].sort());
});

it('answers at once, without waiting for a catalog', () => {
  expect(createI18n('ja').t('common:section.members')).toBe('会員');
  expect(createI18n('en').t('common:section.members')).toBe('Members');
});

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [readFileSync(path, 'utf8')] : [];
  });
}

it('keeps no text that no screen asks for', () => {
  const code = sources(join(import.meta.dirname, '../../../renderer')).join('\n');
  // A key is asked for as a whole ('mailbox.test') or by a template that ends in a name (`themes.${x}`).
  const templates = [...code.matchAll(/`(?:\w+:)?([\w.-]*\$\{[^`]+?)`/g)].map(
    ([, template = '']) =>
      new RegExp(
        `^${template
          .replace(/\$\{[^}]+\}/g, '@')
          .replace(/[.]/g, '\\.')
          .replace(/@/g, '[^.]+')}$`,
      ),
  );
  const isUsed = (key: string) =>
    code.includes(`'${key}'`) ||
    namespaces.some((namespace) => code.includes(`'${namespace}:${key}'`)) ||
    templates.some((template) => template.test(key) && template.source !== '^[^.]+$');
  const own = ['app', 'session', 'settings'] as const;
  const unused = own.flatMap((namespace) =>
    [...flatten(catalogs.en[namespace]).keys()]
      .filter((key) => !isUsed(key))
      .map((key) => `${namespace}:${key}`),
  );
  expect(unused).toEqual([]);
});
