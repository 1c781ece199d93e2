import { defineConfig } from 'vitest/config';
import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';
import { asNpmDoes } from './tests/as-npm-does.ts';
import { patience, wholePatience } from './tests/patience.ts';

/**
 * A file's name says what it needs: nothing but the processor (unit), a database, a server or the disk watched (int), or the
 * whole program, processes and a browser (e2e). Files of one group run in few processes, one after another, and keep what they
 * have loaded, which takes longer than most of their tests.
 */
const groups = {
  unit: ['tests/**/*.unit.test.ts'],
  rules: ['tests/{app,bank,core,ops,pictures,search}/**/*.int.test.ts'],
  // Each platform's libraries by themselves: some of them change what the others use.
  slack: ['tests/{adapters,simulators}/slack/**/*.{int,e2e}.test.ts'],
  discord: ['tests/{adapters,simulators}/discord/**/*.{int,e2e}.test.ts'],
  playground: ['tests/adapters/playground/**/*.int.test.ts'],
  // Both platforms' libraries, loaded in the order of the bot itself.
  whole: ['tests/whole/**/*.test.ts'],
  browser: ['tests/browser/**/*.test.ts'],
};

const blocks = 'tests/simulators/slack/schema.ts';

/** What is made once, before tests that want it start side by side; no unit test does. */
const preparations = {
  rules: [blocks],
  slack: [blocks],
  whole: [blocks],
  browser: ['tests/browser/chromium.ts'],
  apart: [blocks],
} as Partial<Record<string, string[]>>;

/** What mostly waits comes first, so that it does not stand alone at the end. */
const first = [
  '/tests/faults/faults.e2e.',
  '/tests/browser/',
  '/tests/storage/postgres.int.',
  '/tests/cli/',
  // Of what only reckons, that which does so for longest.
  '/tests/pictures/names.unit.',
  '/tests/core/quiz/properties.unit.',
  '/tests/bank/question-file-fuzz.unit.',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = first.findIndex((part) => moduleId.includes(part));
      return found === -1 ? first.length : found;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}

function project(name: string, files: { include: string[]; exclude?: string[]; isolate?: false }) {
  return { extends: true as const, test: { name, globalSetup: preparations[name] ?? [], ...files } };
}

export default defineConfig({
  test: {
    testTimeout: wholePatience,
    hookTimeout: wholePatience,
    expect: { poll: { timeout: patience, interval: 20 } },
    // Node itself reads our TypeScript, as it does for the bot, and keeps what it has compiled.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    execArgv: asNpmDoes,
    // Most of the time goes into waiting for processes, browsers and pauses, so there are more workers than cores.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      ...Object.entries(groups).map(([name, include]) => project(name, { include, isolate: false })),
      project('apart', { include: ['tests/**/*.test.ts'], exclude: Object.values(groups).flat() }),
    ],
  },
});
