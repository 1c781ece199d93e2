import type { AskedItem } from './asked-item.ts';
import { editDistance } from './edit-distance.ts';
import type { Option } from './question.ts';

/**
 * Whether what was asked once is the item that the bank has now: same ids and same key. Words may have been edited and
 * options reordered; but if another option is the right one now, people were asked something else then.
 *
 * Options are matched by their exact text first. Those whose text changed are paired so that the total number of edits
 * (`editDistance`) is smallest, an unpaired option costing its length; the two right options must be paired with each
 * other. In a tie they are.
 */
export function isSameItem(asked: AskedItem, present: AskedItem): boolean {
  if (asked.question.id !== present.question.id || asked.item.id !== present.item.id) return false;
  const before = optionsOf(asked);
  const now = optionsOf(present);
  const [old, right] = [before.find(isCorrect), now.find(isCorrect)];
  if (old === undefined || right === undefined) return false;
  if (old.text === right.text) return true;
  const isKept = (text: string, among: readonly Option[]) => among.some((option) => option.text === text);
  if (isKept(old.text, now) || isKept(right.text, before)) return false;
  const changed = (of: readonly Option[], other: readonly Option[]) =>
    of.filter(({ text, correct }) => !correct && !isKept(text, other)).map(({ text }) => text);
  const [from, to] = [
    [old.text, ...changed(before, now)],
    [right.text, ...changed(now, before)],
  ];
  const edits = from.map((text) => to.map((other) => editDistance(text, other)));
  const fewest = (rows: readonly number[], columns: readonly number[]): number => {
    const [row, ...others] = rows;
    if (row === undefined) return columns.reduce((sum, column) => sum + (to[column]?.length ?? 0), 0);
    const pairings = columns.map(
      (column) =>
        (edits[row]?.[column] ?? 0) +
        fewest(
          others,
          columns.filter((other) => other !== column),
        ),
    );
    return Math.min((from[row]?.length ?? 0) + fewest(others, columns), ...pairings);
  };
  const [rows, columns] = [[...from.keys()], [...to.keys()]];
  return (edits[0]?.[0] ?? 0) + fewest(rows.slice(1), columns.slice(1)) <= fewest(rows, columns);
}

function isCorrect({ correct }: Option): boolean {
  return correct;
}

/** Differences in spaces do not count. */
function optionsOf({ item }: AskedItem): readonly Option[] {
  return item.options.map((option) => ({ ...option, text: option.text.normalize('NFC').replace(/\s+/gu, ' ').trim() }));
}
