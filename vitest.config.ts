import { defineConfig } from 'vitest/config';
import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';
import { patience, wholePatience } from './tests/patience.ts';

/** Files that run in one process after another keep what they have loaded, which takes longer than most of their tests. */
const shared = {
  rules: ['tests/{app,bank,core,ops,pictures,search}/**/*.test.ts', 'tests/config.test.ts'],
  // Each platform's libraries by themselves: some of them change what the others use.
  slack: ['tests/adapters/slack/**/*.test.ts', 'tests/simulators/slack/**/*.test.ts'],
  discord: ['tests/adapters/discord/**/*.test.ts', 'tests/simulators/discord/**/*.test.ts'],
};

/** What mostly waits comes first, so that it does not stand alone at the end. */
const first = ['/tests/faults/faults.test.ts', '/tests/browser/', '/tests/storage/postgres.test.ts', '/tests/cli/'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = first.findIndex((part) => moduleId.includes(part));
      return found === -1 ? first.length : found;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  test: {
    globalSetup: ['tests/simulators/slack/schema.ts', 'tests/browser/chromium.ts'],
    testTimeout: wholePatience,
    hookTimeout: wholePatience,
    expect: { poll: { timeout: patience, interval: 20 } },
    // Most of the time goes into waiting for processes, browsers and pauses, so there are more workers than cores.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      ...Object.entries(shared).map(([name, include]) => ({ extends: true, test: { name, include, isolate: false } })),
      {
        extends: true,
        test: { name: 'apart', include: ['tests/**/*.test.ts'], exclude: Object.values(shared).flat() },
      },
    ],
  },
});
