import { itemKey } from '../core/asked-item.ts';
import { nearDoubles } from '../core/near-double.ts';
import type { Complaint } from './complaint.ts';
import type { QuestionFile } from './question-file.ts';

/**
 * Faults of `conflicts`: an item that names itself, or one that the bank does not have. `ids` are those of all questions,
 * also of such whose file has a fault, of whose items nothing is known.
 */
export function findUnknownConflicts(files: readonly QuestionFile[], ids: ReadonlySet<string>): readonly Complaint[] {
  const read = new Set(files.map(({ question }) => question.id));
  const keys = new Set(files.flatMap(({ question }) => question.items.map(({ id }) => itemKey(question.id, id))));
  return files.flatMap(({ file, question, lineOf }) =>
    question.items.flatMap(({ id, conflicts = [] }, index) =>
      conflicts.flatMap((key, place): Complaint[] => {
        const path = ['items', index, 'conflicts', place];
        const at = { file, line: lineOf(path), field: path.join('.') };
        if (key === itemKey(question.id, id))
          return [{ ...at, problem: 'It is this very item.', cure: 'Name the other one, or remove it.' }];
        const [other = '', item = ''] = key.split('#');
        if (!ids.has(other))
          return [{ ...at, problem: `There is no question ${other}.`, cure: 'Name it as `question/item`.' }];
        return keys.has(key) || !read.has(other)
          ? []
          : [{ ...at, problem: `The question ${other} has no item ${item}.`, cure: 'Name an item by its id.' }];
      }),
    ),
  );
}

/** Warnings about items that are nearly the same and do not name each other. They are kept apart in quizzes all the same. */
export function remarkOnNearDoubles(files: readonly QuestionFile[]): readonly Complaint[] {
  const items = new Map(
    files.flatMap((file) =>
      file.question.items.map((item, index) => [itemKey(file.question.id, item.id), { file, item, index }] as const),
    ),
  );
  return nearDoubles(files.map(({ question }) => question)).flatMap(([first, second]): Complaint[] => {
    const [one, other] = [items.get(first), items.get(second)];
    if (one === undefined || other === undefined) return [];
    if (one.item.conflicts?.includes(second) || other.item.conflicts?.includes(first)) return [];
    const named = `${one.file.question.id}/${one.item.id}`;
    return [
      {
        ...{ file: other.file.file, line: other.file.lineOf(['items', other.index]), field: `items.${other.index}` },
        problem: `It is nearly the same as ${named}, so that one gives the other away.`,
        cure: `Ask something else, or add \`conflicts: [${named}]\`.`,
      },
    ];
  });
}
