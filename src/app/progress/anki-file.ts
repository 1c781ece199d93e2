import type { AskedItem } from '../../core/asked-item.ts';
import { askedItem, itemKey } from '../../core/asked-item.ts';
import type { CardFile } from '../../core/card.ts';
import { ankiNote } from '../../core/progress/anki-note.ts';
import { ankiText } from '../../core/progress/anki-text.ts';
import type { BankIndex } from '../bank-index.ts';
import type { NotedAnswer } from '../store/memory.ts';
import type { Unit } from '../store/store.ts';

/** A file, and how many questions or answers are in it. */
export type Export = { readonly file: CardFile; readonly count: number };

/**
 * What a person has answered, as a text for Anki: each item once, in the words that it has now, or had when it was asked. What they
 * missed comes first, most often missed and last answered before others.
 */
export async function ankiExport(unit: Pick<Unit, 'memory' | 'items'>, user: string, bank: BankIndex): Promise<Export> {
  const answers = await unit.memory.answers(user);
  const before = await bank.allAsked(
    unit,
    answers.flatMap(({ asked }) => asked ?? []),
  );
  const items = [...Map.groupBy(answers, ({ question, item }) => itemKey(question, item)).values()]
    .map((own) => ({ asked: presentOf(own, before, bank), missed: missesOf(own), last: own.at(-1)?.at ?? 0 }))
    .toSorted((one, other) => other.missed - one.missed || other.last - one.last)
    .flatMap(({ asked, missed }) => (asked === undefined ? [] : [{ asked, missed: missed > 0 }]));
  const subject = bank.subject();
  const notes = items.map((item) => ankiNote(item, subject));
  const text = ankiText(notes, subject.title);
  return { file: { name: `${subject.command}-anki.txt`, type: 'text/plain', text }, count: notes.length };
}

/** As the bank has it now; if it has gone, as it was asked last, if anybody still knows. */
function presentOf(
  answers: readonly NotedAnswer[],
  before: ReadonlyMap<string, AskedItem>,
  bank: BankIndex,
): AskedItem | undefined {
  const [first] = answers;
  const now = first === undefined ? undefined : bank.item(first.question, first.item);
  if (now !== undefined) return askedItem(now.question, now.item);
  const hash = answers.findLast(({ asked }) => asked !== null && before.has(asked))?.asked ?? '';
  return before.get(hash);
}

function missesOf(answers: readonly NotedAnswer[]): number {
  return answers.filter(({ correct }) => !correct).length;
}
