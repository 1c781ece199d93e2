import { readFileSync } from 'node:fs';

/** One instruction of a Dockerfile, such as `COPY --from=build /app /app`. */
export type Instruction = {
  readonly name: string;
  /** `--from=build` as `{ from: 'build' }`. */
  readonly flags: Readonly<Record<string, string>>;
  /** What follows the flags, as one text. */
  readonly text: string;
};

/** The instructions of a Dockerfile in their order, each on one line. */
export function readDockerfile(path = 'Dockerfile'): readonly Instruction[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(#|$)/.test(line));
  return lines.join('\n').replaceAll(/\\\n/g, '').split('\n').map(readInstruction);
}

function readInstruction(line: string): Instruction {
  const [, name = '', given = '', text = ''] = /^([A-Z]+)((?:\s+--[a-z-]+=\S+)*)\s+(.*)$/.exec(line) ?? [];
  if (name === '') throw new Error(`This is no instruction: ${line}`);
  const flags = [...given.matchAll(/--([a-z-]+)=(\S+)/g)].map(([, flag = '', value = '']) => [flag, value] as const);
  return { name, flags: Object.fromEntries(flags), text: text.trim() };
}

/** The words of a COPY: what is copied, and where to. */
export function copied({ text }: Instruction): { readonly sources: readonly string[]; readonly target: string } {
  const words = text.split(/\s+/);
  return { sources: words.slice(0, -1), target: words.at(-1) ?? '' };
}

/** A command in its JSON form, which needs no shell: `["node", "src/main.ts"]`; after CMD in a HEALTHCHECK, too. */
export function commandOf({ text }: Instruction): readonly string[] {
  return JSON.parse(text.replace(/^CMD\s+/, '')) as string[];
}

/** The variables that ENV sets. */
export function variablesOf(instructions: readonly Instruction[]): Readonly<Record<string, string>> {
  const pairs = instructions
    .filter(({ name }) => name === 'ENV')
    .flatMap(({ text }) => text.split(/\s+/).map((pair) => pair.split(/=(.*)/s).slice(0, 2)));
  return Object.fromEntries(pairs);
}

/** The instructions from the last FROM on: those of the image itself. */
export function lastStage(instructions: readonly Instruction[]): readonly Instruction[] {
  return instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));
}

/** Names below the folder of the build that `.dockerignore` lets in; everything else stays out. */
export function letIn(path = '.dockerignore'): readonly string[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(#|$)/.test(line));
  if (lines[0] !== '*' || !lines.slice(1).every((line) => /^![\w.-]+$/.test(line))) {
    throw new Error(`${path} must keep all out with its first line, *, and then let single names in: !src`);
  }
  return lines.slice(1).map((line) => line.slice(1));
}
