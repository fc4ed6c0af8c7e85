import { expect, it } from 'vitest';
import { foreignChanges } from '../../../../../main/engine/policy/held-data/own-changes.ts';

const change = (sequence: number, kind = 'member-changed', undoes: number | null = null) => ({
  ...{ sequence, kind, undoes },
});

it("takes what a record was while it was made one with another for perhaps another's", () => {
  const changes = [
    change(9),
    change(7, 'member-unmerged', 4),
    change(5),
    change(4, 'member-merged'),
    change(2, 'member-added'),
  ];
  expect([...foreignChanges(changes)].sort()).toEqual([4, 5, 7]);
});

it("takes a merge that stands, and an undone change, for the person's own", () => {
  const changes = [change(6, 'member-undone', 5), change(5), change(4, 'member-merged')];
  expect([...foreignChanges(changes)]).toEqual([]);
});
