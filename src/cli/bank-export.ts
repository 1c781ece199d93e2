import { writeFile } from 'node:fs/promises';
import { loadBank } from '../bank/load.ts';
import type { AskedItem } from '../core/asked-item.ts';
import { itemKey } from '../core/asked-item.ts';
import type { Bank } from '../core/bank.ts';
import { Fault } from '../core/fault.ts';
import type { Question } from '../core/question.ts';
import { exportedItems } from '../export/exported-items.ts';
import type { FormatName } from '../export/format-names.ts';
import { formatNames } from '../export/format-names.ts';
import type { Format } from '../export/formats.ts';
import { nearest } from './command-line.ts';
import { counted } from './counted.ts';
import type { Print } from './print.ts';
import { topicTyped } from './topic-typed.ts';

/** Most items to name that were left out for one reason. */
const named = 5;

type Wish = {
  /** The form as it was typed; undefined for JSON. */
  readonly to: string | undefined;
  /** Ids or titles as they were typed; none for all. */
  readonly topics: readonly string[];
  /** The file to write; undefined to print it. */
  readonly out: string | undefined;
};

/**
 * `bank export`: the bank or some topics of it as one JSON array, or their items in a form that other programs take. What does not
 * fit the form is left out and named. Rejects with a Fault of code `usage` for a form or topic that there is not, a file that
 * cannot be written, and where nothing is left to be exported.
 */
export async function exportBank(directory: string, print: Print, { to, topics, out }: Wish): Promise<number> {
  const name = to === undefined ? null : formatOf(to);
  const bank = await loadBank(directory);
  const questions = questionsOf(bank, topics);
  if (name === null) {
    const json = JSON.stringify(
      questions.map(({ body: _, ...question }) => question),
      null,
      2,
    );
    return give(`${json}\n`, { what: counted(questions.length, 'question'), out, suffix: '.json' }, print);
  }
  const { formats } = await import('../export/formats.ts');
  const format: Format = formats[name];
  const items = exportedItems(questions);
  const fitting = items.filter((item) => format.whyNot(item) === null);
  tellLeftOut(items, format, print);
  if (fitting.length === 0) throw new Fault('usage', `No item fits ${name}.`, 'Choose another form, or more topics.');
  const file = await format.write(fitting, bank.subject);
  return give(file, { what: counted(fitting.length, 'item'), out, suffix: format.suffix }, print);
}

function formatOf(typed: string): FormatName {
  const found = formatNames.find((name) => name === typed.toLowerCase());
  if (found !== undefined) return found;
  const near = nearest(typed.toLowerCase(), formatNames);
  const meant = near === null ? '' : `; did you mean ${near}?`;
  throw new Fault('usage', `There is no form ${typed}${meant || '.'}`, `There are ${formatNames.join(', ')}.`);
}

function questionsOf({ subject, questions }: Bank, typed: readonly string[]): readonly Question[] {
  const topics = new Set(typed.map((topic) => topicTyped(topic, subject.topics)));
  return topics.size === 0 ? questions : questions.filter(({ topic }) => topics.has(topic));
}

function tellLeftOut(items: readonly AskedItem[], { whyNot }: Format, print: Print): void {
  const left = Map.groupBy(items, whyNot);
  for (const [why, some] of left) {
    if (why === null) continue;
    const keys = some.slice(0, named).map(({ question, item }) => itemKey(question.id, item.id));
    const more = some.length > named ? ` and ${some.length - named} more` : '';
    print.error(
      `${counted(some.length, 'item')} of ${items.length} left out, since ${why}: ${keys.join(', ')}${more}.`,
    );
  }
}

type Given = { readonly what: string; readonly out: string | undefined; readonly suffix: string };

async function give(file: string | Uint8Array, { what, out, suffix }: Given, print: Print): Promise<number> {
  if (out === undefined) {
    if (typeof file !== 'string') {
      throw new Fault('usage', 'This form is a file that no terminal shows.', `Add --out items${suffix}.`);
    }
    print.line(file.replace(/\n$/, ''));
    return 0;
  }
  try {
    await writeFile(out, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Fault('usage', `${out} cannot be written (${error.code}).`, 'Name a file in a folder that exists.');
  }
  print.line(`${what} written to ${out}.`);
  return 0;
}
