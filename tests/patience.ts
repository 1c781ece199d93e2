/**
 * Longest (ms) that a test waits for one state: with `until`, `expect.poll`, or in the browser. It decides nothing about a
 * program that is right, however loaded the machine is; only a test that fails waits so long.
 */
export const patience = 60_000;

/** Longest (ms) that a test or hook may take with all that it waits for. */
export const wholePatience = 300_000;
