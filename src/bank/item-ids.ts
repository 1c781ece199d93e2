import { hash } from 'node:crypto';
import type { Complaint } from './complaint.ts';
import type { FrontMatter } from './front-matter.ts';

type Fields = Pick<FrontMatter['items'][number], 'id' | 'stem' | 'code' | 'options'>;

/** Enough of a hash to tell one question's items apart. */
const derivedLength = 12;

/**
 * The ids of a question's items. An item without one gets it from its own words: stable wherever it stands, but a new
 * one once the words are edited. Items that ask the same are told apart by their options.
 */
export function itemIds(items: readonly Fields[]): readonly string[] {
  const own = items.map(({ stem, code = '' }) => derive([stem, code]));
  return items.map(({ id, stem, code = '', options }, index) => {
    if (id !== undefined) return id;
    const isAlone = own.filter((other) => other === own[index]).length === 1;
    return isAlone ? (own[index] ?? '') : derive([stem, code, ...options.map(({ text }) => text).toSorted()]);
  });
}

/** Items of a question that have the same id, or are the same. */
export function findDuplicateItems(
  file: string,
  { items }: FrontMatter,
  lineOf: (path: readonly PropertyKey[]) => number,
): readonly Complaint[] {
  const ids = itemIds(items);
  return ids.flatMap((id, index): Complaint[] => {
    const first = ids.indexOf(id);
    if (first === index) return [];
    const isWritten = items[index]?.id !== undefined;
    return [
      {
        file,
        line: lineOf(isWritten ? ['items', index, 'id'] : ['items', index]),
        field: isWritten ? `items.${index}.id` : `items.${index}`,
        problem: isWritten ? `Item ${first + 1} has the id ${id} as well.` : `It is the same as item ${first + 1}.`,
        cure: isWritten ? 'Give each its own; leave that of the item that was there first.' : 'Remove one of them.',
      },
    ];
  });
}

/** Starts with a letter, as every id does. */
function derive(words: readonly string[]): string {
  const text = words.map((word) => word.normalize('NFC').replace(/\s+/gu, ' ').trim()).join('\n');
  return `x${hash('sha256', text).slice(0, derivedLength)}`;
}
