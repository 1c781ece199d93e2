import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/simulators/slack/schema.ts'],
    testTimeout: 20_000,
    // Most of the time goes into waiting for processes, browsers and pauses, so there are more workers than cores.
    maxWorkers: 3,
  },
});
