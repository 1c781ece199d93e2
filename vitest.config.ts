import { defineConfig } from 'vitest/config';
import { patience, wholePatience } from './tests/patience.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/simulators/slack/schema.ts'],
    testTimeout: wholePatience,
    hookTimeout: wholePatience,
    expect: { poll: { timeout: patience, interval: 20 } },
    // Most of the time goes into waiting for processes, browsers and pauses, so there are more workers than cores.
    maxWorkers: 3,
  },
});
