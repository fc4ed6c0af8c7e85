import fc from 'fast-check';

/** Numbers choose among whatever there is at that moment. */
const pick = fc.nat({ max: 1000 });
const flags = fc.constantFrom('\\Seen', '\\Flagged', '\\Answered', '$Label1');

/** What happens at the account, by whichever hand. */
export const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      folder: pick,
      seen: fc.boolean(),
      /** Has the Message-ID and the length of an earlier one, and other words. */
      isTwin: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('their-flag' as const),
      message: pick,
      flag: flags,
      isSet: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('their-move' as const), message: pick, folder: pick }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('their-copy' as const), message: pick, folder: pick }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('their-removal' as const), message: pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('their-folder' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('their-rename' as const), folder: pick }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('seen' as const), message: pick, isSet: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('flag' as const), message: pick, isSet: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('tag' as const), message: pick, isSet: fc.boolean() }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('move' as const), message: pick, folder: pick }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('cut' as const), bytes: fc.nat({ max: 12_000 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('stall' as const), bytes: fc.nat({ max: 12_000 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('slow' as const),
      bytes: fc.integer({ min: 1, max: 900 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('kill' as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat({ max: 300 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settle' as const) }) },
);
type ValueOf<T> = T extends fc.Arbitrary<infer V> ? V : never;
export type Step = ValueOf<typeof step>;
