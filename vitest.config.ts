import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/simulators/slack/schema.ts'],
    testTimeout: 20_000,
  },
});
