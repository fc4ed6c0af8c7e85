import { expect, it } from 'vitest';
import { createContentGuard, isContentProtected } from '../../../main/app/content-protection.ts';
import type { ContentProtection } from '../../../shared/model/preferences.ts';

it.each<[ContentProtection, Parameters<typeof isContentProtected>[1], boolean]>([
  ['off', 'members', false],
  ['members', 'members', true],
  ['members', 'world-services', false],
  ['members', 'website-editor', false],
  ['members', 'settings', false],
  ['members', 'nothing', false],
  ['always', 'world-services', true],
  ['always', 'members', true],
  ['always', 'settings', true],
  ['always', 'nothing', false],
])('with the choice %s and %s on screen says %s', (choice, screen, isProtected) => {
  expect(isContentProtected(choice, screen)).toBe(isProtected);
});

it('follows the page, and a change of the choice', () => {
  const said: boolean[] = [];
  let choice: ContentProtection = 'members';
  const guard = createContentGuard({
    choice: () => choice,
    protect: (isProtected) => said.push(isProtected),
  });
  guard.shows('members');
  guard.shows('world-services');
  choice = 'always';
  guard.renew();
  guard.shows('nothing');
  expect(said).toEqual([true, false, true, false]);
});
