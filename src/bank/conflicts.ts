import { itemKey } from '../core/asked-item.ts';
import { nearDoubles } from '../core/near-double.ts';
import type { Complaint } from './complaint.ts';
import type { QuestionFile } from './question-file.ts';

/** A name in the `conflicts` of an item, and where it stands. */
type Named = {
  readonly at: Pick<Complaint, 'file' | 'line' | 'field'>;
  readonly key: string;
  /** The item that names it. */
  readonly by: string;
};

function named(files: readonly QuestionFile[]): readonly Named[] {
  return files.flatMap(({ file, question, lineOf }) =>
    question.items.flatMap(({ id, conflicts = [] }, index) =>
      conflicts.map((key, place): Named => {
        const path = ['items', index, 'conflicts', place];
        return { at: { file, line: lineOf(path), field: path.join('.') }, key, by: itemKey(question.id, id) };
      }),
    ),
  );
}

const partsOf = (key: string): readonly [question: string, item: string] => {
  const [question = '', item = ''] = key.split('#');
  return [question, item];
};

/** Faults of `conflicts`: an item that names itself, or one that its question does not have. */
export function findUnknownConflicts(files: readonly QuestionFile[]): readonly Complaint[] {
  const read = new Set(files.map(({ question }) => question.id));
  const keys = new Set(files.flatMap(({ question }) => question.items.map(({ id }) => itemKey(question.id, id))));
  return named(files).flatMap(({ at, key, by }): Complaint[] => {
    if (key === by) return [{ ...at, problem: 'It is this very item.', cure: 'Name the other one, or remove it.' }];
    const [question, item] = partsOf(key);
    return keys.has(key) || !read.has(question)
      ? []
      : [{ ...at, problem: `The question ${question} has no item ${item}.`, cure: 'Name an item by its id.' }];
  });
}

/**
 * Warnings about `conflicts` with questions that the bank does not have: whoever takes some questions of a bank takes the
 * names of others along. `ids` are those of all questions, also of such whose file has a fault.
 */
export function remarkOnConflicts(files: readonly QuestionFile[], ids: ReadonlySet<string>): readonly Complaint[] {
  return named(files).flatMap(({ at, key }): Complaint[] => {
    const [question] = partsOf(key);
    return ids.has(question)
      ? []
      : [{ ...at, problem: `There is no question ${question}.`, cure: 'Name it as `question/item`, or remove it.' }];
  });
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
