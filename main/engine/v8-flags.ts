/**
 * How V8 runs the engine. What a first sync makes is garbage at once, and young space beyond 8 MB
 * (the default grows to several times that) only adds to the process: 60 MB of 400.
 */
export const engineV8Flags = '--max-semi-space-size=8';
