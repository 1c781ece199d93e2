import type { PaperItem } from './paper.ts';

/** What one reader chose: the index of the option in its item, by the item's code. */
export type Reading = { readonly chosen: ReadonlyMap<string, number>; readonly unread: readonly UnreadLine[] };

/** A line that grades nothing, from 1. */
export type UnreadLine = { readonly line: number; readonly text: string; readonly problem: string };

/** How the readers fared with one item: how many there were, and who chose another option than the key. */
export type Grade = {
  readonly paper: PaperItem;
  readonly readers: number;
  readonly right: number;
  /** Indices of the options that were chosen instead, one for each reader who did. */
  readonly others: readonly number[];
};

const letters = 'ABCD';

/**
 * Reads a reader's answers: a line for each item, its code and a letter (`3fa9c01e B`). Empty lines and what follows `#`
 * mean nothing. An item that is answered twice counts as it was answered last.
 */
export function readAnswers(text: string, paper: readonly PaperItem[]): Reading {
  const byCode = new Map(paper.map((entry) => [entry.code, entry]));
  const chosen = new Map<string, number>();
  const unread: UnreadLine[] = [];
  for (const [index, whole] of text.split(/\r?\n/).entries()) {
    const line = whole.replace(/#.*/, '').trim();
    if (line === '') continue;
    const [, code = '', letter = ''] = /^([0-9a-f]+)\s+([A-Da-d])$/.exec(line) ?? [];
    const option = byCode.get(code)?.order[letters.indexOf(letter.toUpperCase())];
    if (option !== undefined) chosen.set(code, option);
    else unread.push({ line: index + 1, text: line.slice(0, 60), problem: problemOf(code) });
  }
  return { chosen, unread };
}

function problemOf(code: string): string {
  return code === '' ? 'It is no code and letter.' : 'No item has this code; it may have been edited since.';
}

/** How each item fared that anybody answered, in the order of the paper. */
export function gradeReadings(paper: readonly PaperItem[], readings: readonly Reading[]): readonly Grade[] {
  return paper.flatMap((entry) => {
    const chosen = readings.flatMap(({ chosen: own }) => own.get(entry.code) ?? []);
    if (chosen.length === 0) return [];
    const others = chosen.filter((option) => entry.item.options[option]?.correct !== true);
    return [{ paper: entry, readers: chosen.length, right: chosen.length - others.length, others }];
  });
}
