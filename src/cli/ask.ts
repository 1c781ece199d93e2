import { createInterface } from 'node:readline';
import type { TerminalStyle } from '../adapters/terminal/cards/render.ts';
import { answerInTerminal, promptInTerminal } from '../adapters/terminal/terminal-adapter.ts';
import type { Application } from '../app/ports.ts';
import type { Question } from '../core/question.ts';
import type { Search } from '../search/result.ts';

const jsonHits = 10;

/** `ask "…"`: one answer on standard output. */
export async function askOnce(application: Application, text: string): Promise<void> {
  process.stdout.write(await answerInTerminal(application, text, terminalStyle()));
}

/** `ask` alone: a prompt until end of input. */
export async function askAgainAndAgain(application: Application): Promise<void> {
  const { name, examples } = application.subject();
  const instance = examples.slice(0, 1).map(({ title }) => ` For instance: ${title}`);
  const asks = process.stdin.isTTY === true;
  if (asks)
    process.stdout.write(
      `Ask your ${name} questions, press a number for a button or a letter for an option, or type exit.${instance.join('')}\n`,
    );
  await promptInTerminal(application, process.stdin, process.stdout, terminalStyle(), asks);
}

/** `ask --jsonl`: one query per input line, one JSON object per output line, in the same order. */
export async function askForMachines(search: Search, questions: readonly Question[]): Promise<void> {
  const byId = new Map(questions.map((question) => [question.id, question]));
  for await (const query of createInterface({ input: process.stdin })) {
    const { verdict, hits } = search.search(query, jsonHits);
    const results = hits.map(({ id, score }) => ({
      id,
      seed: byId.get(id)?.seed ?? null,
      title: byId.get(id)?.title ?? '',
      score,
    }));
    process.stdout.write(`${JSON.stringify({ query, confident: verdict === 'answer', verdict, results })}\n`);
  }
}

function terminalStyle(): TerminalStyle {
  const { stdout } = process;
  return { columns: columnsOf(stdout), colour: stdout.isTTY && stdout.hasColors() };
}

/** How many columns to write in: the terminal's; 80 in a pipe, and in a terminal that does not know its width and says 0. */
export function columnsOf({ isTTY, columns }: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>): number {
  return isTTY && columns > 0 ? columns : 80;
}
